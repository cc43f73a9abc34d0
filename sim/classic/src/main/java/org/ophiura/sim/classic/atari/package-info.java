/**
 * Atari games, prepared as Mnih et al. (2015) prepare them: small grey pictures, stacked.
 *
 * <p>The games themselves run in {@code gymnasium}'s process.
 */
@NullMarked
package org.ophiura.sim.classic.atari;

import org.jspecify.annotations.NullMarked;
