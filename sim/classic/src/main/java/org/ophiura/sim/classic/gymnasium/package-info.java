/**
 * Environments of Python's Gymnasium, which live in a helper process: the process, its frames, and
 * environments on top of it.
 *
 * <p>What is special to Atari lives in {@code atari}.
 */
@NullMarked
package org.ophiura.sim.classic.gymnasium;

import org.jspecify.annotations.NullMarked;
