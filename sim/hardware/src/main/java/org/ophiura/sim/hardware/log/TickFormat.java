package org.ophiura.sim.hardware.log;

/**
 * Where in a tick's record everything stands: one message of ROS 1 with rows of fixed sizes, so
 * that the loop can put its numbers in place and nothing is left to convert. Immutable.
 */
final class TickFormat {
  /** Name of the message. */
  static final String SCHEMA = "ophiura/Tick";

  /** Language of its definition. */
  static final String SCHEMA_ENCODING = "ros1msg";

  /** How it is written. */
  static final String MESSAGE_ENCODING = "ros1";

  /** What it is about. */
  static final String TOPIC = "/tick";

  static final int SEQUENCE = 0;
  static final int TICK = 8;
  static final int BEGIN = 16;
  static final int SECONDS = 24;
  static final int LATENESS = 32;
  static final int READ = 40;
  static final int UPDATE = 48;
  static final int WRITE = 56;
  static final int EPISODE = 64;
  static final int FIRST = 72;
  static final int UPDATED = 73;
  static final int STATUS = 74;
  static final int SAFETY = 75;
  static final int STOP = 76;
  private static final int ROWS = 77;

  private final LogContent content;
  private final int command;
  private final int applied;
  private final int limits;
  private final int observations;
  private final int[] extras;
  private final int size;

  TickFormat(LogContent content) {
    this.content = content;
    int actuators = content.actuators().size();
    observations = content.observationSize();
    command = ROWS + Double.BYTES * observations;
    applied = command + Double.BYTES * actuators;
    limits = applied + Double.BYTES * actuators;
    int end = limits + actuators;
    extras = new int[content.extras().size()];
    for (int i = 0; i < extras.length; i++) {
      extras[i] = end;
      end += Double.BYTES * content.extras().get(i).size();
    }
    size = end;
  }

  LogContent content() {
    return content;
  }

  /** Bytes of a record. */
  int size() {
    return size;
  }

  /** Numbers in the state. */
  int observationSize() {
    return observations;
  }

  int observation(int element) {
    return ROWS + Double.BYTES * element;
  }

  int command(int actuator) {
    return command + Double.BYTES * actuator;
  }

  int applied(int actuator) {
    return applied + Double.BYTES * actuator;
  }

  int limits(int actuator) {
    return limits + actuator;
  }

  /** Where an extra row begins. */
  int extra(int index) {
    return extras[index];
  }

  /** The definition of the message, for public tools. */
  String definition() {
    StringBuilder text = new StringBuilder();
    text.append("int64 sequence\n");
    text.append("int64 tick\n");
    text.append("int64 begin_nanoseconds\n");
    text.append("float64 seconds\n");
    text.append("int64 lateness_nanoseconds\n");
    text.append("int64 read_nanoseconds\n");
    text.append("int64 update_nanoseconds\n");
    text.append("int64 write_nanoseconds\n");
    text.append("int64 episode\n");
    text.append("uint8 first\n");
    text.append("uint8 updated\n");
    text.append("uint8 status\n");
    text.append("uint8 safety\n");
    text.append("uint8 stop\n");
    for (LogContent.Part part : content.observations()) {
      row(text, "float64", part.size(), part.name());
    }
    int actuators = content.actuators().size();
    row(text, "float64", actuators, "command");
    row(text, "float64", actuators, "applied");
    row(text, "uint8", actuators, "limits");
    for (LogContent.Part part : content.extras()) {
      row(text, "float64", part.size(), part.name());
    }
    return text.toString();
  }

  private static void row(StringBuilder text, String type, int size, String name) {
    text.append(type).append('[').append(size).append("] ").append(name).append('\n');
  }
}
