/**
 * Shapes: what a brittle star, its aquarium and the physics settings are, as validated immutable
 * records in SI units, and the names by which other modules find the elements of the model.
 *
 * <p>No simulation, no native code, no file formats (see {@code org.ophiura.models.mjcf}) and no
 * controller belongs here. Every record throws {@link IllegalArgumentException} with the setting,
 * the rule and the value when a number is out of range.
 */
@NullMarked
package org.ophiura.models;

import org.jspecify.annotations.NullMarked;
