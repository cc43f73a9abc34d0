/** Tests of time and its measures. */
@NullMarked
package org.ophiura.sim.hardware.timing;

import org.jspecify.annotations.NullMarked;
