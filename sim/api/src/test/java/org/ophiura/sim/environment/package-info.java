/** Tests of environments, and the contract that each of them is held to. */
@NullMarked
package org.ophiura.sim.environment;

import org.jspecify.annotations.NullMarked;
