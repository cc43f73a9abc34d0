@NullMarked
package org.ophiura.sim.classic.lake;

import org.jspecify.annotations.NullMarked;
