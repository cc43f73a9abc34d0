/**
 * Escaping from the light: the map of the light on the ground, what a body takes in of it, and the
 * task that rewards taking in less.
 */
@NullMarked
package org.ophiura.app.task.light;

import org.jspecify.annotations.NullMarked;
