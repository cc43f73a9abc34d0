/**
 * Central pattern generators: networks of coupled phase oscillators that turn slow commands
 * (amplitude, offset, frequency, phase bias) into smooth joint targets, and their layouts on a
 * robot's arms.
 *
 * <p>No gait and no learning lives here: what the oscillators are told to do comes from {@code
 * org.ophiura.motion.gait}.
 *
 * <p>Source: Sproewitz, Moeckel, Maye and Ijspeert 2008, "Learning to move in modular robots using
 * central pattern generators and online optimization", doi 10.1177/0278364907088401. Equation
 * numbers in this package: (1) phase, (2) amplitude, (3) offset, (4) output.
 */
@NullMarked
package org.ophiura.motion.cpg;

import org.jspecify.annotations.NullMarked;
