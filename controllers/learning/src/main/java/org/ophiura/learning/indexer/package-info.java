/**
 * Ways to number the states of a robot, each a {@link org.ophiura.learning.StateIndexer} with its
 * plug-in and settings. They read observations only: no physics, no values, no policies.
 */
@NullMarked
package org.ophiura.learning.indexer;

import org.jspecify.annotations.NullMarked;
