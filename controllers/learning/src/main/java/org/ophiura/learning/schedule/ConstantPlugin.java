package org.ophiura.learning.schedule;

/** The schedule {@code constant}. */
public final class ConstantPlugin implements SchedulePlugin<ConstantSchedule> {
  @Override
  public String id() {
    return "constant";
  }

  @Override
  public String summary() {
    return "The same value in all episodes.";
  }

  @Override
  public Class<ConstantSchedule> settings() {
    return ConstantSchedule.class;
  }

  @Override
  public Schedule create(ConstantSchedule settings) {
    return settings;
  }
}
