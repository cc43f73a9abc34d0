/** Tests of the loop and of what watches over it. */
@NullMarked
package org.ophiura.sim.hardware.loop;

import org.jspecify.annotations.NullMarked;
