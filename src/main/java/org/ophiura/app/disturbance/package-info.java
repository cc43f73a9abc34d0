/**
 * What goes wrong in the episodes of a trial: damage to the robot, pushes, targets that move, and
 * sensors that are noisy or late. Settings, and what carries them out around the plant; damage
 * itself belongs to the plant.
 */
@NullMarked
package org.ophiura.app.disturbance;

import org.jspecify.annotations.NullMarked;
