/**
 * Networks on PyTorch, by the Deep Java Library: for pictures, which need convolutions. An
 * extension that nothing else depends on, found by {@link java.util.ServiceLoader}.
 *
 * <p>No reinforcement learning lives here. Small networks of numbers are faster on {@link
 * org.ophiura.learning.network.Mlp}.
 */
@NullMarked
package org.ophiura.learning.djl;

import org.jspecify.annotations.NullMarked;
