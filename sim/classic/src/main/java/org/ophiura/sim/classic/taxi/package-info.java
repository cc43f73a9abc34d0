/** Taxi: its model and its look. */
@NullMarked
package org.ophiura.sim.classic.taxi;

import org.jspecify.annotations.NullMarked;
