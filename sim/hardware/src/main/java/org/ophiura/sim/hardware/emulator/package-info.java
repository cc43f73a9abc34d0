/**
 * Servos that answer as the real ones do, byte by byte, moved by a body that somebody else
 * computes, with the faults that a script asks for. Time is handed in, so that a test runs as fast
 * as it can and comes out the same.
 *
 * <p>What the e-manual leaves open is decided here and said where it is: how a chain of answers
 * goes on behind a servo that is missing, how long a restart takes, when a load counts as an
 * overload.
 */
@NullMarked
package org.ophiura.sim.hardware.emulator;

import org.jspecify.annotations.NullMarked;
