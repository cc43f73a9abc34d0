/** Tests of the tabular learning. */
@NullMarked
package org.ophiura.learning.tabular;

import org.jspecify.annotations.NullMarked;
