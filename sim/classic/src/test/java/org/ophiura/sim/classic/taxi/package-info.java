@NullMarked
package org.ophiura.sim.classic.taxi;

import org.jspecify.annotations.NullMarked;
