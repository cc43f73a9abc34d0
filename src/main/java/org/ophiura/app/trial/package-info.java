/**
 * What a trial is and how it runs: its settings, its random streams, the loop of one episode, and
 * training and evaluation made of such episodes.
 *
 * <p>Nothing here reads arguments, prints or writes files.
 */
@NullMarked
package org.ophiura.app.trial;

import org.jspecify.annotations.NullMarked;
