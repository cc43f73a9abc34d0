/**
 * Small neural networks that allocate nothing once they are made: layers on EJML matrices, their
 * gradients, and the Adam optimiser.
 *
 * <p>No reinforcement learning lives here.
 */
@NullMarked
package org.ophiura.learning.network;

import org.jspecify.annotations.NullMarked;
