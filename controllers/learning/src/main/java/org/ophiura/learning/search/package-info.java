/**
 * Policies that are weighed sums of the observation, and the search for good weights at random.
 *
 * <p>No gradients live here.
 */
@NullMarked
package org.ophiura.learning.search;

import org.jspecify.annotations.NullMarked;
