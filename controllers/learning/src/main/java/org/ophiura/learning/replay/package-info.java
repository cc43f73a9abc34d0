/**
 * The memory of transitions that methods learn from more than once: how they are kept, how batches
 * are drawn, and how steps wait for their return.
 *
 * <p>No network and no method lives here.
 */
@NullMarked
package org.ophiura.learning.replay;

import org.jspecify.annotations.NullMarked;
