/** Tests of planning. */
@NullMarked
package org.ophiura.learning.planning;

import org.jspecify.annotations.NullMarked;
