/** Motions that tell much about a robot, for finding its parameters by its logs. */
@NullMarked
package org.ophiura.app.controller.excitation;

import org.jspecify.annotations.NullMarked;
