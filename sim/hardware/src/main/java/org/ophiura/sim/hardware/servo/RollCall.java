package org.ophiura.sim.hardware.servo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ophiura.sim.hardware.dynamixel.ServoModel;
import org.ophiura.sim.hardware.servo.Ping.Answer;

/** Who answered for each joint of a robot, and what is wrong where nobody did. Immutable. */
public final class RollCall {
  private static final int LARGEST_ID = 252;
  private static final int LISTED = 8;

  private final List<ServoJoint> joints;
  private final List<Ping> pings;
  private final List<Integer> strangers;
  private final String where;
  private final boolean fastRead;

  /**
   * Asks for all servos of a robot; and, where some are silent, for all other ids too.
   *
   * @param settings those that {@code access} was made with
   */
  RollCall(ServoAccess access, String link, BusSettings settings, List<ServoJoint> joints) {
    this.joints = List.copyOf(joints);
    pings = joints.stream().map(joint -> access.ping(joint.id())).toList();
    where = link + " at " + settings.baud() + " baud";
    fastRead = settings.fastRead();
    boolean some = pings.stream().anyMatch(ping -> ping.answer() == Answer.SILENCE);
    strangers = some && !isSilent() ? strangers(access) : List.of();
  }

  private List<Integer> strangers(ServoAccess access) {
    List<Integer> wanted = joints.stream().map(ServoJoint::id).toList();
    return access.scan(0, LARGEST_ID).stream()
        .map(Ping::id)
        .filter(id -> !wanted.contains(id))
        .toList();
  }

  /** What came of asking for a joint's servo. */
  public Ping ping(int joint) {
    return pings.get(joint);
  }

  /** Whether nobody answered at all. */
  public boolean isSilent() {
    return pings.stream().allMatch(ping -> ping.answer() == Answer.SILENCE);
  }

  /** What a silent bus means, and what to do about it. */
  public String silence() {
    return "no servo answers on "
        + where
        + "; check the servos' power, the cable, and the baud rate (new servos have 57600)";
  }

  /** What is wrong with the servo of a joint, and what to do about it; empty if nothing is. */
  public Optional<String> problem(int joint) {
    Ping ping = pings.get(joint);
    return switch (ping.answer()) {
      case SILENCE -> Optional.of(silent(joints.get(joint)));
      case GARBLED -> Optional.of(garbled(joints.get(joint)));
      case SERVO ->
          ping.model().isPresent()
              ? Optional.empty()
              : Optional.of(unknownModel(joints.get(joint), ping.modelNumber()));
    };
  }

  private String silent(ServoJoint joint) {
    String others =
        strangers.stream().limit(LISTED).map(String::valueOf).collect(Collectors.joining(", "));
    return "joint "
        + joint.joint()
        + " has no servo: id "
        + joint.id()
        + " is silent"
        + (others.isEmpty()
            ? "; check its cable and power; no other id answers"
            : "; did you mean one of the ids that no joint has: " + others + "?");
  }

  private static String garbled(ServoJoint joint) {
    return "the answers of id "
        + joint.id()
        + " (joint "
        + joint.joint()
        + ") are garbled: two servos have that id, or the line is disturbed; plug in one servo at a"
        + " time and give each an id of its own";
  }

  private static String unknownModel(ServoJoint joint, int modelNumber) {
    return "the servo of joint "
        + joint.joint()
        + " (id "
        + joint.id()
        + ") is of model number "
        + modelNumber
        + ", which is not known here; known are "
        + List.of(ServoModel.values()).stream()
            .map(model -> model + " (" + model.number() + ")")
            .collect(Collectors.joining(", "));
  }

  /** Which servos are too old for the fast reads that the settings ask for; empty if none is. */
  public Optional<String> tooOldForFastRead() {
    List<String> old = new ArrayList<>();
    for (int i = 0; fastRead && i < joints.size(); i++) {
      Ping ping = pings.get(i);
      Optional<ServoModel> model = ping.model();
      if (model.isPresent() && ping.firmware() < model.get().fastReadFirmware()) {
        old.add(
            "id "
                + ping.id()
                + " has "
                + ping.firmware()
                + " and "
                + model.get()
                + " needs "
                + model.get().fastReadFirmware());
      }
    }
    return old.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "fast-read needs newer firmware: "
                + String.join(", ", old)
                + "; update it with DYNAMIXEL Wizard 2.0, or leave fast-read out");
  }

  /**
   * The models of all servos, in the order of the joints.
   *
   * @throws ServoException naming everything that is wrong
   */
  public List<ServoModel> models() {
    List<String> problems =
        isSilent() && !joints.isEmpty()
            ? List.of(silence())
            : IntStream.range(0, joints.size())
                .mapToObj(this::problem)
                .flatMap(Optional::stream)
                .toList();
    List<String> all = new ArrayList<>(problems);
    tooOldForFastRead().ifPresent(all::add);
    if (!all.isEmpty()) {
      throw new ServoException(String.join("\n", all));
    }
    return pings.stream().map(ping -> ping.model().orElseThrow()).toList();
  }
}
