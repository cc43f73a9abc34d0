/**
 * What is kept of an episode for people to look at: poses of the body, the leading arm, the pattern
 * generator's signals.
 *
 * <p>Nothing is drawn here, and what is recorded changes nothing of the episode.
 */
@NullMarked
package org.ophiura.app.recording;

import org.jspecify.annotations.NullMarked;
