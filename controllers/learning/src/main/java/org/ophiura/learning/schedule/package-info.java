/**
 * Numbers that change in the course of a training, such as the probability of exploring: each a
 * record that is its own settings, with a plug-in by whose id a trial file chooses it. They know
 * episodes, and nothing of what the number is for.
 */
@NullMarked
package org.ophiura.learning.schedule;

import org.jspecify.annotations.NullMarked;
