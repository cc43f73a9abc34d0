@NullMarked
package org.ophiura.sim.classic.atari;

import org.jspecify.annotations.NullMarked;
