/**
 * The contracts of learning: how a plant's state becomes a number, how a policy chooses an action
 * for it, and how a learner improves from what came of it.
 *
 * <p>Choosing and learning are apart: a controller only sees a {@link org.ophiura.learning.Policy},
 * and a {@link org.ophiura.learning.LearningSession} in that place tells the learner what happened.
 * No algorithm and no robot lives here; algorithms are in the packages below, which depend on this
 * one and never the other way round.
 */
@NullMarked
package org.ophiura.learning;

import org.jspecify.annotations.NullMarked;
