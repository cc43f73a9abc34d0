/**
 * What happened in every tick of a loop, written beside it without holding it up, and played to
 * controllers again.
 *
 * <p>The container of the file is {@code mcap}'s; what is in a tick is decided here.
 */
@NullMarked
package org.ophiura.sim.hardware.log;

import org.jspecify.annotations.NullMarked;
