/**
 * The contracts between bodies and brains: a plant that is stepped, the state it shows, the command
 * it takes, the controller that turns one into the other, and the task that judges the outcome.
 *
 * <p>No physics, no control law and no file format lives here; the package depends on the JDK
 * alone.
 */
@NullMarked
package org.ophiura.sim;

import org.jspecify.annotations.NullMarked;
