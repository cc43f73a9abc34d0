package org.ophiura.sim.hardware.doctor;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.hardware.limit.ActuatorLimits;
import org.ophiura.sim.hardware.limit.Limits;
import org.ophiura.sim.hardware.link.LinkException;
import org.ophiura.sim.hardware.link.UdpLink;
import org.ophiura.sim.hardware.link.UdpPacket;
import org.ophiura.sim.hardware.safety.SafetySettings;
import org.ophiura.sim.hardware.safety.StartCheck;

/**
 * Looks a robot behind UDP over: whether it answers commands that leave its motors off, how soon,
 * and where its joints are. What its motors are like, its microcontroller knows alone.
 */
public final class UdpDoctor {
  private static final int COMMANDS = 50;
  private static final long LONGEST_WAIT_NANOS = 100_000_000;

  /** Silent for so many commands, it is taken to be absent. */
  private static final int LEAST_COMMANDS = 5;

  private final String address;
  private final Supplier<UdpLink> port;
  private final RobotLayout layout;
  private final SafetySettings safety;
  private final double controlPeriodSeconds;
  private final Consumer<Finding> listener;
  private boolean well = true;

  /**
   * For one robot.
   *
   * @param address what to call it, such as {@code robot:9000}
   * @param port opens the link, or throws a {@link LinkException}
   * @param layout the robot as its model has it
   * @param safety what its commands are held to
   * @param controlPeriodSeconds time between two commands
   * @param listener told of each finding at once
   */
  public UdpDoctor(
      String address,
      Supplier<UdpLink> port,
      RobotLayout layout,
      SafetySettings safety,
      double controlPeriodSeconds,
      Consumer<Finding> listener) {
    this.address = address;
    this.port = port;
    this.layout = layout;
    this.safety = safety;
    this.controlPeriodSeconds = controlPeriodSeconds;
    this.listener = listener;
  }

  /** Looks at everything; whether all is well. Takes some tenths of a second. */
  public boolean examine() {
    try (UdpLink link = port.get()) {
      tell(Finding.well("port", address + " is a place to send to"));
      if (answers(link)) {
        state(link.state());
      }
    } catch (LinkException e) {
      tell(Finding.problem("port", e.getMessage()));
    }
    return well;
  }

  private void tell(Finding finding) {
    well &= finding.well();
    listener.accept(finding);
  }

  private boolean answers(UdpLink link) {
    long[] delays = new long[COMMANDS];
    int answered = 0;
    int sent = 0;
    while (sent < COMMANDS && (answered > 0 || sent < LEAST_COMMANDS)) {
      long before = System.nanoTime();
      link.send(0);
      sent++;
      if (link.receive(before + LONGEST_WAIT_NANOS)) {
        delays[answered++] = System.nanoTime() - before;
      }
    }
    int joints = layout.actuators().size();
    if (answered == 0) {
      tell(
          link.malformed() > 0
              ? Finding.problem(
                  "robot",
                  address
                      + " sends packets that are no states of "
                      + joints
                      + " joints, or damaged ones",
                  "send one value of each kind for every joint, as docs/udp-link.md says")
              : Finding.problem(
                  "robot",
                  "nothing comes from " + address,
                  "check its power, its address, and that it answers each command with a state"
                      + " (docs/udp-link.md)"));
      return false;
    }
    Arrays.sort(delays, 0, answered);
    double worst = delays[answered - 1] * 1e-9;
    String found =
        String.format(
            Locale.ROOT,
            "it answered %d of %d commands, half of them within %.1f ms and all within %.1f ms, of the"
                + " %.1f ms between two commands",
            answered,
            sent,
            delays[answered / 2] * 1e-6,
            worst * 1e3,
            controlPeriodSeconds * 1e3);
    tell(
        answered == sent && worst < controlPeriodSeconds
            ? Finding.well("robot", found)
            : Finding.problem(
                "robot", found, "use a cable in place of radio, or a longer control period"));
    return true;
  }

  private void state(UdpPacket state) {
    if ((state.flags() & UdpPacket.STOPPED) != 0) {
      tell(Finding.problem("stop", "the robot says that it has stopped by itself", "restart it"));
    }
    Limits limits = Limits.of(safety.limits(), layout);
    for (int i = 0; i < limits.size(); i++) {
      ActuatorLimits own = limits.actuator(i);
      StartCheck.problem(
              layout.actuators().get(i).joint(),
              own.joint(),
              state.first(i),
              safety.calibrationTolerance())
          .ifPresent(problem -> tell(Finding.problem("position", problem)));
    }
  }
}
