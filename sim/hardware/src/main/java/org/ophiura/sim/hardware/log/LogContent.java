package org.ophiura.sim.hardware.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.hardware.mcap.McapFormatException;

/**
 * What a log is about: the robot, and what is kept of it in each tick.
 *
 * @param robot what it is called
 * @param controlPeriodSeconds the period that the controller was told
 * @param observations names and sizes of what the controller saw, in the order of the state
 * @param actuators names of the actuators, in the order of a command
 * @param extras names and sizes of what else is kept, such as the temperatures of servos
 */
public record LogContent(
    String robot,
    double controlPeriodSeconds,
    List<Part> observations,
    List<String> actuators,
    List<Part> extras) {
  private static final String ROBOT = "robot";
  private static final String PERIOD = "control-period-seconds";
  private static final String OBSERVATIONS = "observations";
  private static final String ACTUATORS = "actuators";
  private static final String EXTRAS = "extras";

  /**
   * A named row of numbers.
   *
   * @param name lower case, words joined by underscores
   * @param size how many numbers
   */
  public record Part(String name, int size) {
    /** Checks that public tools will take the name. */
    public Part {
      if (size < 1 || !name.matches("[a-z][a-z0-9_]*")) {
        throw new IllegalArgumentException(
            "a part must have a size of at least 1 and a name of lower-case letters, digits and"
                + " underscores, got "
                + name
                + " of "
                + size);
      }
    }

    @Override
    public String toString() {
      return name + ":" + size;
    }
  }

  /** Takes copies of the lists. */
  public LogContent {
    observations = List.copyOf(observations);
    actuators = List.copyOf(actuators);
    extras = List.copyOf(extras);
  }

  /**
   * What is kept of a robot.
   *
   * @param layout its layout, with what the task adds to it
   */
  public static LogContent of(RobotLayout layout, double controlPeriodSeconds, List<Part> extras) {
    return new LogContent(
        layout.robot(),
        controlPeriodSeconds,
        layout.observations().stream()
            .filter(observation -> observation.size() > 0)
            .map(LogContent::part)
            .toList(),
        layout.actuators().stream().map(ActuatorSpec::name).toList(),
        extras);
  }

  private static Part part(ObservationSpec observation) {
    return new Part(
        observation.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_"),
        observation.size());
  }

  /** Numbers in the state that the controller saw. */
  public int observationSize() {
    return observations.stream().mapToInt(Part::size).sum();
  }

  /**
   * Checks that a controller for a robot can be shown this log.
   *
   * @throws McapFormatException naming the first difference
   */
  public void checkFits(RobotLayout layout) throws McapFormatException {
    LogContent wanted = of(layout, controlPeriodSeconds, extras);
    checkSame("observations", observations, wanted.observations());
    checkSame("actuators", actuators, wanted.actuators());
  }

  private void checkSame(String what, List<?> logged, List<?> wanted) throws McapFormatException {
    if (!logged.equals(wanted)) {
      int first = 0;
      while (first < Math.min(logged.size(), wanted.size())
          && logged.get(first).equals(wanted.get(first))) {
        first++;
      }
      throw new McapFormatException(
          "the log is of another robot ("
              + robot
              + "): of its "
              + what
              + ", number "
              + first
              + " is "
              + (first < logged.size() ? logged.get(first) : "missing")
              + ", where the controller expects "
              + (first < wanted.size() ? wanted.get(first) : "none")
              + "; replay it with the trial that it was made with");
    }
  }

  /** As it stands in the file. */
  Map<String, String> toMetadata() {
    Map<String, String> values = new TreeMap<>();
    values.put(ROBOT, robot);
    values.put(PERIOD, Double.toString(controlPeriodSeconds));
    values.put(OBSERVATIONS, joined(observations));
    values.put(ACTUATORS, joined(actuators));
    values.put(EXTRAS, joined(extras));
    return values;
  }

  private static String joined(List<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining("\n"));
  }

  /**
   * Reads it again.
   *
   * @throws McapFormatException if something is missing or makes no sense
   */
  static LogContent fromMetadata(Map<String, String> values) throws McapFormatException {
    try {
      return new LogContent(
          value(values, ROBOT),
          Double.parseDouble(value(values, PERIOD)),
          parts(value(values, OBSERVATIONS)),
          value(values, ACTUATORS).lines().toList(),
          parts(value(values, EXTRAS)));
    } catch (IllegalArgumentException e) {
      throw new McapFormatException(
          "the log does not say properly what it is about: " + e.getMessage());
    }
  }

  private static String value(Map<String, String> values, String key) {
    String value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException(key + " is missing");
    }
    return value;
  }

  private static List<Part> parts(String text) {
    List<Part> parts = new ArrayList<>();
    for (String line : text.lines().toList()) {
      int colon = line.indexOf(':');
      if (colon < 0) {
        throw new IllegalArgumentException("'" + line + "' has no size");
      }
      parts.add(new Part(line.substring(0, colon), Integer.parseInt(line.substring(colon + 1))));
    }
    return parts;
  }
}
