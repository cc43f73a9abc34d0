@NullMarked
package org.ophiura.sim.classic.cartpole;

import org.jspecify.annotations.NullMarked;
