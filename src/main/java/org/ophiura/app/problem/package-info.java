/**
 * Problems: an environment, a method that learns in it, and a criterion. Opening, training,
 * judging, and the policies that come of it.
 *
 * <p>Environments and methods themselves live in modules of their own; folders of results in {@code
 * run}.
 */
@NullMarked
package org.ophiura.app.problem;

import org.jspecify.annotations.NullMarked;
