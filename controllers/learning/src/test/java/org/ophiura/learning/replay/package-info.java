/** Tests of the memory of transitions. */
@NullMarked
package org.ophiura.learning.replay;

import org.jspecify.annotations.NullMarked;
