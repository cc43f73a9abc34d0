/**
 * A robot's trial as an environment: each choice of an action is a step, so that any method can
 * make the choices, in Java or elsewhere.
 *
 * <p>The trial itself lives in {@code trial}.
 */
@NullMarked
package org.ophiura.app.robot;

import org.jspecify.annotations.NullMarked;
