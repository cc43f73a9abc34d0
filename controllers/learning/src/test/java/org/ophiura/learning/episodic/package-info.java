/** Tests of tabular learners as methods. */
@NullMarked
package org.ophiura.learning.episodic;

import org.jspecify.annotations.NullMarked;
