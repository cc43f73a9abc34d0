/**
 * Learners that hear of one step after the other, put to work on environments: an iteration is an
 * episode.
 *
 * <p>The learners themselves do not live here.
 */
@NullMarked
package org.ophiura.learning.episodic;

import org.jspecify.annotations.NullMarked;
