/**
 * The contract of a learning algorithm that meets an environment by itself, iteration by iteration,
 * and of the policies that come of it, which see an observation as numbers.
 *
 * <p>Algorithms live in the packages beside this one.
 */
@NullMarked
package org.ophiura.learning.method;

import org.jspecify.annotations.NullMarked;
