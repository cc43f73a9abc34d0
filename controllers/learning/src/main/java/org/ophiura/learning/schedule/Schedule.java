package org.ophiura.learning.schedule;

/** A number that changes from episode to episode of a training. Immutable. */
public interface Schedule {

  /**
   * The number in one episode.
   *
   * @param episode number of the episode, from 0
   * @param episodes number of episodes that are planned
   */
  double at(int episode, int episodes);
}
