/** Tests of where states come from. */
@NullMarked
package org.ophiura.sim.hardware.source;

import org.jspecify.annotations.NullMarked;
