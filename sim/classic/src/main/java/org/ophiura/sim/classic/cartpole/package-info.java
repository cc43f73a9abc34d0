/** CartPole: its equations and its look. */
@NullMarked
package org.ophiura.sim.classic.cartpole;

import org.jspecify.annotations.NullMarked;
