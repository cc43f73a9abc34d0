package org.ophiura.learning.schedule;

/** The schedule {@code linear}. */
public final class LinearPlugin implements SchedulePlugin<LinearSchedule> {
  @Override
  public String id() {
    return "linear";
  }

  @Override
  public String summary() {
    return "A straight line over the first part of the training, constant afterwards.";
  }

  @Override
  public Class<LinearSchedule> settings() {
    return LinearSchedule.class;
  }

  @Override
  public Schedule create(LinearSchedule settings) {
    return settings;
  }
}
