/** Tests of the classic problems, against the public Gymnasium too. */
@NullMarked
package org.ophiura.sim.classic;

import org.jspecify.annotations.NullMarked;
