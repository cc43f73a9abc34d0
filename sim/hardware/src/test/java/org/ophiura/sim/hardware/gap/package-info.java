/** Tests of the package of the same name. */
@NullMarked
package org.ophiura.sim.hardware.gap;

import org.jspecify.annotations.NullMarked;
