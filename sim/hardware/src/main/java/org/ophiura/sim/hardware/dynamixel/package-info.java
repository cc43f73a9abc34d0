/**
 * Dynamixel Protocol 2.0 as bytes: packets, their check sum and their stuffing, and the registers
 * of the servos. Nothing here reads, writes or waits, and nothing but the construction of a writer,
 * reader or register table allocates.
 *
 * <p>Source: ROBOTIS e-manual, <a
 * href="https://emanual.robotis.com/docs/en/dxl/protocol2/">DYNAMIXEL Protocol 2.0</a>.
 */
@NullMarked
package org.ophiura.sim.hardware.dynamixel;

import org.jspecify.annotations.NullMarked;
