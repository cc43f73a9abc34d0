/** Tests of links. */
@NullMarked
package org.ophiura.sim.hardware.link;

import org.jspecify.annotations.NullMarked;
