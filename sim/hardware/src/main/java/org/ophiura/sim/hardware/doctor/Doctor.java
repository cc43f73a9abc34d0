package org.ophiura.sim.hardware.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.ophiura.sim.hardware.dynamixel.ServoModel;
import org.ophiura.sim.hardware.limit.Limits;
import org.ophiura.sim.hardware.link.ByteLink;
import org.ophiura.sim.hardware.link.LinkException;
import org.ophiura.sim.hardware.robot.ServoBusLink;
import org.ophiura.sim.hardware.servo.Ping;
import org.ophiura.sim.hardware.servo.Ping.Answer;
import org.ophiura.sim.hardware.servo.RollCall;
import org.ophiura.sim.hardware.servo.ServoAccess;
import org.ophiura.sim.hardware.servo.ServoBus;
import org.ophiura.sim.hardware.servo.ServoJoint;
import org.ophiura.sim.plugin.SettingException;

/**
 * Looks a robot of servos over, one thing after the other, and tells what it finds as it finds it.
 * The torque stays off; the servos' watchdogs are armed for a moment and taken back.
 */
public final class Doctor {
  private static final int LARGEST_ID = 252;

  private final ServoRobot robot;
  private final IntFunction<ByteLink> port;
  private final Path root;
  private final Consumer<Finding> listener;
  private boolean well = true;

  /**
   * For one robot.
   *
   * @param port opens its port at a baud rate, or throws a {@link LinkException}
   * @param root the folder that holds {@code dev} and {@code sys} of this machine: {@code /}, or a
   *     copy of them
   * @param listener told of each finding at once
   */
  public Doctor(
      ServoRobot robot, IntFunction<ByteLink> port, Path root, Consumer<Finding> listener) {
    this.robot = robot;
    this.port = port;
    this.root = root;
    this.listener = listener;
  }

  /** Looks at everything that can be looked at; whether all is well. */
  public boolean examine() {
    boolean fits = joints();
    tell(BusBudget.examine(robot));
    new WatchdogCheck(robot, this::tell).examineTime();
    if (fits) {
      ranges();
    }
    List<Integer> silent;
    try (ByteLink link = port.apply(robot.bus().baud())) {
      tell(Finding.well("port", robot.port() + " opens at " + robot.bus().baud() + " baud"));
      tell(new LatencyTimer(root).examine(robot.port(), robot.bus()));
      silent = servos(new ServoAccess(link, robot.bus()), fits);
    } catch (LinkException e) {
      tell(Finding.problem("port", e.getMessage()));
      return false;
    }
    if (!silent.isEmpty()) {
      new BaudSearch(port, robot.bus())
          .search(silent)
          .ifPresent(found -> tell(Finding.problem("baud", found)));
    }
    return well;
  }

  private void tell(Finding finding) {
    well &= finding.well();
    listener.accept(finding);
  }

  private boolean joints() {
    try {
      ServoBus.checkIds(robot.joints());
      ServoBusLink.checkJoints(robot.joints(), robot.layout());
      tell(Finding.well("joints", "each of " + robot.joints().size() + " joints has a servo"));
      return true;
    } catch (SettingException e) {
      tell(Finding.problem("joints", e.path() + " " + e.rule()));
      return false;
    }
  }

  private void ranges() {
    CalibrationCheck check = new CalibrationCheck(robot, this::tell);
    Limits limits = Limits.of(robot.safety().limits(), robot.layout());
    int fine = 0;
    for (int i = 0; i < limits.size(); i++) {
      ServoJoint joint = robot.joints().get(jointOf(i));
      fine += check.examineRange(joint, limits.actuator(i)) ? 1 : 0;
    }
    if (fine == limits.size()) {
      tell(Finding.well("limits", "all joints are commanded within their calibrated ranges"));
    }
  }

  /** The place of an actuator's joint in the list of those with servos. */
  private int jointOf(int actuator) {
    String joint = robot.layout().actuators().get(actuator).joint();
    return robot.joints().stream().map(ServoJoint::joint).toList().indexOf(joint);
  }

  /** Asks all servos; the ids of those that are silent. */
  private List<Integer> servos(ServoAccess access, boolean fits) {
    if (robot.joints().isEmpty()) {
      strangers(access);
      return List.of();
    }
    RollCall roll = access.callRoll(robot.joints());
    List<Integer> silent = new ArrayList<>();
    List<Integer> present = new ArrayList<>();
    for (int i = 0; i < robot.joints().size(); i++) {
      int id = robot.joints().get(i).id();
      Optional<String> problem = roll.problem(i);
      if (roll.ping(i).answer() == Answer.SILENCE) {
        silent.add(id);
      } else if (problem.isEmpty()) {
        present.add(i);
      }
      if (problem.isPresent() && !roll.isSilent()) {
        tell(Finding.problem("servo " + id, problem.get()));
      }
    }
    if (roll.isSilent()) {
      tell(Finding.problem("servos", roll.silence()));
      return silent;
    }
    roll.tooOldForFastRead().ifPresent(old -> tell(Finding.problem("firmware", old)));
    ServoCheck check = new ServoCheck(access, robot.bus(), robot.safety(), this::tell);
    present.forEach(i -> check.examine(robot.joints().get(i), roll.ping(i)));
    new WatchdogCheck(robot, this::tell)
        .examine(
            access,
            present.stream().map(i -> robot.joints().get(i).id()).toList(),
            present.stream().map(i -> roll.ping(i).model().orElseThrow()).toList());
    if (fits) {
      positions(access, roll, present);
    }
    return silent;
  }

  /** Who is there while no joint names its servo yet. */
  private void strangers(ServoAccess access) {
    List<Ping> found = access.scan(0, LARGEST_ID);
    if (found.isEmpty()) {
      tell(Finding.problem("servos", "no id answers", "check the servos' power and the cable"));
    } else {
      tell(
          Finding.problem(
              "servos",
              "no joint has a servo yet; these ids answer: "
                  + found.stream()
                      .map(ping -> String.valueOf(ping.id()))
                      .collect(Collectors.joining(", ")),
              "give each joint its own, as in joints: [{joint: "
                  + robot.layout().actuators().get(0).joint()
                  + ", id: "
                  + found.get(0).id()
                  + "}]"));
    }
  }

  private void positions(ServoAccess access, RollCall roll, List<Integer> present) {
    CalibrationCheck check = new CalibrationCheck(robot, this::tell);
    Limits limits = Limits.of(robot.safety().limits(), robot.layout());
    int fine = 0;
    for (int i = 0; i < limits.size(); i++) {
      int joint = jointOf(i);
      if (present.contains(joint)) {
        ServoModel model = roll.ping(joint).model().orElseThrow();
        boolean agrees =
            check.examinePosition(access, robot.joints().get(joint), model, limits.actuator(i));
        fine += agrees ? 1 : 0;
      }
    }
    if (fine == limits.size()) {
      tell(Finding.well("calibration", "all joints are where their calibration allows"));
    }
  }
}
