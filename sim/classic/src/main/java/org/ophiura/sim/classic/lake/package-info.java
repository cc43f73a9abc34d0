/** FrozenLake: its maps, its model, its look. */
@NullMarked
package org.ophiura.sim.classic.lake;

import org.jspecify.annotations.NullMarked;
