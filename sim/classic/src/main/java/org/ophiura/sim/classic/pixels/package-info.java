/**
 * Games that are seen as pictures and played in Java: small ones, to find out in minutes whether a
 * method learns from pixels at all.
 *
 * <p>No emulator lives here.
 */
@NullMarked
package org.ophiura.sim.classic.pixels;

import org.jspecify.annotations.NullMarked;
