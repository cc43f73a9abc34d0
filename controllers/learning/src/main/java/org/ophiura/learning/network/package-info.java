/**
 * Small neural networks that allocate nothing once they are made: layers, the matrix product that
 * they are made of, their gradients, and the Adam optimiser.
 *
 * <p>No reinforcement learning lives here.
 */
@NullMarked
package org.ophiura.learning.network;

import org.jspecify.annotations.NullMarked;
