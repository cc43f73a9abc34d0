/**
 * Planning on a model that is learned by counting what happened: value iteration and Q iteration.
 *
 * <p>Learning without a model does not live here.
 */
@NullMarked
package org.ophiura.learning.planning;

import org.jspecify.annotations.NullMarked;
