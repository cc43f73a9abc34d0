@NullMarked
package org.ophiura.sim.classic.gymnasium;

import org.jspecify.annotations.NullMarked;
