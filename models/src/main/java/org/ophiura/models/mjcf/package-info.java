/**
 * Writes the shapes of {@code org.ophiura.models} as MJCF, MuJoCo's XML format.
 *
 * <p>{@link MjcfWriter} is the entrance; the other classes each write one part of the file. Numbers
 * that describe the robot belong in the records, not here; here are only the file's structure, the
 * geometry that follows from those numbers, and colours.
 */
@NullMarked
package org.ophiura.models.mjcf;

import org.jspecify.annotations.NullMarked;
