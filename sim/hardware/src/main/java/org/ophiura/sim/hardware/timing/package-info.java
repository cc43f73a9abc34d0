/**
 * Time: the clock that a loop runs on, how well it kept to it, and what of the machine bears on
 * that.
 *
 * <p>Nothing here knows of robots.
 */
@NullMarked
package org.ophiura.sim.hardware.timing;

import org.jspecify.annotations.NullMarked;
