/**
 * What a robot is asked to do: where an episode starts, what a control step is worth, when the aim
 * is reached. Tasks see observations by index and know nothing of physics, control or learning.
 */
@NullMarked
package org.ophiura.app.task;

import org.jspecify.annotations.NullMarked;
