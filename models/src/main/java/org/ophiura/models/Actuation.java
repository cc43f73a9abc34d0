package org.ophiura.models;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What drives the arms: exactly one of these for the whole robot. */
public enum Actuation {
  /** One position servo per joint; its control is the joint's target angle in radians. */
  POSITION("position"),
  /** One motor per joint; its control is the torque in N m. */
  TORQUE("torque"),
  /** Four tendons per segment, each pulled by a motor; its control is the pull, 0 or negative. */
  TENDON_TORQUE("tendon-torque");

  private final String setting;

  Actuation(String setting) {
    this.setting = setting;
  }

  /** The word for this actuation in a trial file, for example {@code tendon-torque}. */
  public String setting() {
    return setting;
  }

  /**
   * Reads the word of a trial file.
   *
   * @throws IllegalArgumentException if the word names no actuation, or asks for position control
   *     of tendons, which is refused: a tendon can only pull, so it cannot hold a length
   */
  public static Actuation fromSetting(String word) {
    for (Actuation actuation : values()) {
      if (actuation.setting.equals(word)) {
        return actuation;
      }
    }
    if (word.equals("tendon-position")) {
      throw new IllegalArgumentException(
          "actuation must not be tendon-position: a tendon only pulls, so its position cannot be"
              + " controlled; use tendon-torque, or position for servos on the joints");
    }
    throw new IllegalArgumentException(
        "actuation must be one of %s, got '%s'".formatted(settings(), word));
  }

  private static String settings() {
    return Arrays.stream(values()).map(Actuation::setting).collect(Collectors.joining(", "));
  }
}
