/**
 * MCAP, the public container of robot logs (version 0, mcap.dev/spec): as much of it as logs
 * without compression need, so that public tools read them.
 *
 * <p>What the messages mean is none of its business.
 */
@NullMarked
package org.ophiura.sim.hardware.mcap;

import org.jspecify.annotations.NullMarked;
