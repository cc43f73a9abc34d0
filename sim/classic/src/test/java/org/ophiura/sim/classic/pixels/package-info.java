/** Tests of games that are seen as pictures. */
@NullMarked
package org.ophiura.sim.classic.pixels;

import org.jspecify.annotations.NullMarked;
