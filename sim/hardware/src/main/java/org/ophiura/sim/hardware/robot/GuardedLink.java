package org.ophiura.sim.hardware.robot;

import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.hardware.loop.TorqueGate;
import org.ophiura.sim.hardware.safety.CommandWatchdog;
import org.ophiura.sim.hardware.safety.SafetyState;
import org.ophiura.sim.hardware.safety.SafetySwitch;
import org.ophiura.sim.hardware.safety.Stop;
import org.ophiura.sim.hardware.safety.StopReason;
import org.ophiura.sim.hardware.timing.LoopClock;

/**
 * A link behind the gate that stops pass through. Reading and writing belong to the loop's thread
 * and allocate nothing; anybody may stop.
 */
final class GuardedLink implements AutoCloseable {
  /** Part of a period that the reading may take. */
  private static final double READING = 0.7;

  /** Periods in which all servos have to confirm that their torque is off. */
  private static final double SWITCHING = 20;

  /** Least time in which they have to confirm that it is on: nothing moves until then. */
  private static final double STARTING_SECONDS = 2;

  private final HardwareLink link;
  private final RobotSettings settings;
  private final LoopClock clock;
  private final SafetySwitch safety = new SafetySwitch();
  private final TorqueGate gate;
  private final CommandWatchdog commands;
  private final Readings readings;
  private final JointCommand passing;
  private final TorqueGate.Talk reading = this::readServos;
  private final TorqueGate.Talk writing = this::writeServos;
  private final long periodNanos;
  private CycleStatus answer = CycleStatus.OK;
  private boolean torqueIsOn;

  /** Takes over a link. */
  GuardedLink(HardwareLink link, RobotSettings settings, LoopClock clock) {
    this.link = link;
    this.settings = settings;
    this.clock = clock;
    periodNanos = periods(settings.controlPeriod(), 1);
    gate = new TorqueGate(safety, this::torqueOff, periodNanos);
    commands = new CommandWatchdog(settings.safety().commandTimeout(), clock.nanos());
    readings = new Readings(link.servos());
    passing = new JointCommand(link.servos());
  }

  private static long periods(double periodSeconds, double count) {
    return Math.max(1, Math.round(periodSeconds * count * 1e9));
  }

  SafetySwitch safety() {
    return safety;
  }

  TorqueGate gate() {
    return gate;
  }

  /** Fed with every command that went out. */
  CommandWatchdog commands() {
    return commands;
  }

  /** The latest measurements, live. */
  Readings readings() {
    return readings;
  }

  /** What goes out with the next {@link #write}, or went out with the last. To be modified. */
  JointCommand passing() {
    return passing;
  }

  /** Reads all servos. */
  CycleStatus read() {
    gate.ask(reading);
    return answer;
  }

  private void readServos() {
    answer = link.read(readings, clock.nanos() + (long) (READING * (double) periodNanos));
  }

  /**
   * Sends the targets.
   *
   * @return {@link CycleStatus#FAULT} if the robot is not active; {@link CycleStatus#STALE} if the
   *     link did not take them, which stops nothing: too many of those do, by the watchdog
   */
  CycleStatus write() {
    if (!gate.command(writing)) {
      return CycleStatus.FAULT;
    }
    if (answer != CycleStatus.OK) {
      return CycleStatus.STALE;
    }
    commands.feed(clock.nanos());
    return CycleStatus.OK;
  }

  private void writeServos() {
    answer = link.write(passing, clock.nanos() + periodNanos);
  }

  /** Puts the torque on where the joints are and lets commands pass. */
  boolean activate() {
    torqueIsOn = false;
    gate.start(this::torqueOn);
    if (!torqueIsOn) {
      stop(new Stop(StopReason.LINK_LOST));
      return false;
    }
    commands.feed(clock.nanos());
    if (!safety.activate()) {
      rest();
      return false;
    }
    return true;
  }

  /** Once a stop is latched no torque goes on; one that comes later waits for its turn to talk. */
  private void torqueOn() {
    torqueIsOn =
        safety.state() == SafetyState.INACTIVE
            && link.torqueOn(readings, settings.servoWatchdog(), startingDeadline());
  }

  private void torqueOff() {
    if (!link.torqueOff(switchingDeadline())) {
      throw new IllegalStateException("not all servos say that their torque is off");
    }
  }

  private long startingDeadline() {
    return Math.max(switchingDeadline(), clock.nanos() + Math.round(STARTING_SECONDS * 1e9));
  }

  private long switchingDeadline() {
    return clock.nanos() + periods(settings.controlPeriod(), SWITCHING);
  }

  /** Stops the robot, from any thread: its torque is off when this returns, if it answers. */
  void stop(Stop stop) {
    try {
      gate.stop(stop);
    } catch (RuntimeException e) {
      // The stop is latched; not all servos have confirmed, and the watchdog goes on telling them.
    }
  }

  /** Takes the torque off in good order. */
  void rest() {
    try {
      gate.release();
    } catch (RuntimeException e) {
      stop(new Stop(StopReason.LINK_LOST));
    }
  }

  long retries() {
    return link.retries();
  }

  long lostPackets() {
    return link.lostPackets();
  }

  @Override
  public void close() {
    rest();
    link.close();
  }
}
