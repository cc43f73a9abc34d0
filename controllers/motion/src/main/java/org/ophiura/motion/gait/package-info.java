/**
 * Gaits: what the oscillators of a pattern generator are told to do for each action of a policy,
 * such as rowing led by one of five arms.
 *
 * <p>No differential equation and no policy lives here. A gait of your own is a {@link
 * org.ophiura.motion.gait.GaitPlugin} named in {@code
 * META-INF/services/org.ophiura.motion.gait.GaitPlugin}.
 */
@NullMarked
package org.ophiura.motion.gait;

import org.jspecify.annotations.NullMarked;
