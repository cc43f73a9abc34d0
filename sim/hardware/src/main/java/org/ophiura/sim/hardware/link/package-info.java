/**
 * Ways for bytes to and from a robot: a serial port, a pair of pseudo-terminals, UDP packets. What
 * the bytes mean is not known here, but for the UDP packet, which is our own.
 */
@NullMarked
package org.ophiura.sim.hardware.link;

import org.jspecify.annotations.NullMarked;
