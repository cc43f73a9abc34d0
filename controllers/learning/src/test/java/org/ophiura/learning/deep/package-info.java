/** Tests of learning with networks. */
@NullMarked
package org.ophiura.learning.deep;

import org.jspecify.annotations.NullMarked;
