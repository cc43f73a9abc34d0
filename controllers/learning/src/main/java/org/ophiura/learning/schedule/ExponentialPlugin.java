package org.ophiura.learning.schedule;

/** The schedule {@code exponential}. */
public final class ExponentialPlugin implements SchedulePlugin<ExponentialSchedule> {
  @Override
  public String id() {
    return "exponential";
  }

  @Override
  public String summary() {
    return "The same factor from episode to episode over the first part of the training, constant afterwards.";
  }

  @Override
  public Class<ExponentialSchedule> settings() {
    return ExponentialSchedule.class;
  }

  @Override
  public Schedule create(ExponentialSchedule settings) {
    return settings;
  }
}
