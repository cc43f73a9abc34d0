package org.ophiura.sim.plugin;

/**
 * An event that cannot happen to a plant: a user's mistake, told without a stack trace. Whoever
 * made the list of events knows which setting stands for it.
 */
public final class PlantEventException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int event;
  private final SettingException broken;

  /**
   * Reports an event.
   *
   * @param event its index in the list that the plant was given
   * @param setting what of it breaks a rule, such as {@code arm}
   * @param rule the rule, the value and the remedy, such as {@code must be an arm of the robot, …}
   */
  public PlantEventException(int event, String setting, String rule) {
    super("event " + event + ": " + setting + " " + rule);
    this.event = event;
    broken = new SettingException(setting, rule);
  }

  /** Index of the event in the list that the plant was given. */
  public int event() {
    return event;
  }

  /** The broken rule, with the path of the setting within the event. */
  public SettingException broken() {
    return broken;
  }
}
