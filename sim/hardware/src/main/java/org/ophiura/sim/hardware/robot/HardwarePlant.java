package org.ophiura.sim.hardware.robot;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.Plant;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.hardware.limit.CommandLimiter;
import org.ophiura.sim.hardware.limit.Limits;
import org.ophiura.sim.hardware.loop.LoopWatchdog;
import org.ophiura.sim.hardware.loop.TickPacer;
import org.ophiura.sim.hardware.safety.SafetyState;
import org.ophiura.sim.hardware.safety.SafetySwitch;
import org.ophiura.sim.hardware.safety.StartCheck;
import org.ophiura.sim.hardware.safety.Stop;
import org.ophiura.sim.hardware.safety.StopReason;
import org.ophiura.sim.hardware.source.StateSource;
import org.ophiura.sim.hardware.timing.HostFacts;
import org.ophiura.sim.hardware.timing.LoopClock;
import org.ophiura.sim.hardware.timing.LoopStatistics;
import org.ophiura.sim.hardware.timing.RealTimePriority;
import org.ophiura.sim.hardware.timing.TimingPassport;
import org.ophiura.sim.plugin.SettingException;

/**
 * A robot of servos. A step writes the command, waits until the next tick is due and reads the
 * robot: so whoever steps it in a loop has the controller run between the reading and the writing,
 * at the control rate.
 *
 * <p>A reset starts an episode where the robot is: it checks the calibration, puts the torque on
 * without a jump and activates the robot, unless a stop is latched; noise of joints is for
 * simulations alone. A stop makes every step a {@link CycleStatus#FAULT} until {@code
 * safety().reset()} and another reset. Stepping allocates nothing.
 */
public final class HardwarePlant implements Plant {
  /** How often all servos are asked before a start, until all answer (own choice). */
  private static final int READS_BEFORE_START = 10;

  /** How long a start waits for the source of the state to say something (own choice). */
  private static final double SOURCE_SECONDS = 2;

  /** Looks of the watchdog in a period. */
  private static final double LOOKS = 4;

  private final GuardedLink link;
  private final RobotLayout layout;
  private final RobotSettings settings;
  private final IntPredicate calibrated;
  private final StateSource source;
  private final LoopClock clock;
  private final Limits limits;
  private final CommandLimiter limiter;
  private final LoopStatistics statistics = new LoopStatistics();
  private final TickPacer pacer;
  private final LoopWatchdog watchdog;
  private final SafetySwitch safety;
  private final JointCommand passing;
  private final ServoWatch servos;
  private final RobotState state;
  private final Thread lastStop =
      new Thread(() -> stop(new Stop(StopReason.SIGNAL)), "ophiura-last-stop");

  private RealTimePriority priority = RealTimePriority.NOT_ASKED;
  private List<String> startProblems = List.of();
  private boolean priorityAsked;
  private long startNanos;
  private int refused;
  private @Nullable RobotLog log;

  /** As {@link #open}, with a watchdog that only looks when it is told to. */
  HardwarePlant(HardwareParts parts) {
    layout = parts.layout();
    settings = parts.settings();
    calibrated = parts.calibrated();
    source = parts.source();
    clock = parts.clock();
    link = new GuardedLink(parts.link(), settings, clock);
    safety = link.safety();
    passing = link.passing();
    double period = settings.controlPeriod();
    limits =
        SettingException.under(
            "safety.limits", () -> Limits.of(parts.settings().safety().limits(), parts.layout()));
    limiter = new CommandLimiter(limits, period);
    pacer = new TickPacer(settings.loop(), period, clock, statistics);
    watchdog =
        new LoopWatchdog(
            pacer.phase(),
            link.commands(),
            settings.safety().controllerTimeout() * period,
            period / LOOKS,
            link.gate(),
            parts.stops(),
            clock);
    servos = new ServoWatch(settings.safety(), passing.size(), period);
    state = new RobotState(layout);
    startNanos = clock.nanos();
    safety.configure();
    read();
  }

  /**
   * Takes over a robot, with its torque off, and watches over it from now on. Closing this takes
   * the torque off and closes link and source. If the process ends before, by whatever it can see,
   * the robot is stopped.
   *
   * @throws SettingException if the robot cannot be driven or held to the limits
   */
  public static HardwarePlant open(HardwareParts parts) {
    HardwarePlant plant = new HardwarePlant(parts);
    plant.watchdog.start();
    Runtime.getRuntime().addShutdownHook(plant.lastStop);
    return plant;
  }

  /** Logs every tick from now on. */
  public void logTo(RobotLog newLog) {
    log = newLog;
  }

  /** The state of the robot. */
  public SafetySwitch safety() {
    return safety;
  }

  /** Why the last reset did not start the robot, a sentence each; empty if it did. */
  public List<String> startProblems() {
    return startProblems;
  }

  /** The latest measurements of the servos, live. */
  public Readings readings() {
    return link.readings();
  }

  /** How the loop has kept time so far. For the loop's thread. */
  public TimingPassport passport(HostFacts host) {
    return TimingPassport.of(
        statistics,
        settings.controlPeriod(),
        link.retries(),
        link.lostPackets(),
        priority.sentence(),
        host);
  }

  /** Stops the robot, from any thread: its torque is off when this returns, if it answers. */
  public void stop(Stop stop) {
    link.stop(stop);
  }

  /** Takes the torque off in good order, until the next reset. For the loop's thread. */
  public void rest() {
    pacer.pause();
    link.rest();
  }

  @Override
  public RobotLayout layout() {
    state.checkOpen();
    return layout;
  }

  @Override
  public double controlPeriodSeconds() {
    state.checkOpen();
    return settings.controlPeriod();
  }

  @Override
  public PlantState state() {
    state.checkOpen();
    return state;
  }

  @Override
  public void reset(ResetSpec spec, RandomGenerator random) {
    state.checkOpen();
    pacer.pause();
    askForPriority();
    source.reset(spec, random);
    refused = 0;
    startProblems = List.of();
    boolean known = awaitSource();
    readAll();
    if (settings.dry()) {
      limiter.start(state);
    } else if (!known) {
      startProblems =
          List.of(
              "nothing is heard of what the servos do not measure; check the source of the state,"
                  + " such as motion capture");
      stop(new Stop(StopReason.STATE_LOST));
    } else if (safety.state() == SafetyState.INACTIVE) {
      activate();
    }
    startNanos = clock.nanos();
    link.commands().feed(startNanos);
    pacer.begin();
    pacer.await();
    read();
    pacer.read();
  }

  private boolean awaitSource() {
    double end = clock.nanos() + SOURCE_SECONDS * 1e9;
    while (!source.isKnown() && clock.nanos() < end) {
      clock.sleepUntil(clock.nanos() + Math.round(settings.controlPeriod() * 1e9));
    }
    return source.isKnown();
  }

  /** A start needs to know where every joint is. */
  private void readAll() {
    int reads = 0;
    do {
      read();
      reads++;
    } while (reads < READS_BEFORE_START && !link.readings().complete());
  }

  private void askForPriority() {
    Optional<Integer> wanted = settings.loop().priority();
    if (wanted.isPresent() && !priorityAsked) {
      priorityAsked = true;
      priority = RealTimePriority.ask(wanted.get());
    }
  }

  private void activate() {
    startProblems =
        StartCheck.problems(limits, calibrated, state, settings.safety().calibrationTolerance());
    if (!startProblems.isEmpty()) {
      stop(new Stop(StopReason.CALIBRATION));
      return;
    }
    limiter.start(state);
    servos.start();
    if (!link.activate()) {
      startProblems = List.of("not all servos say that they are ready; ask the doctor");
    }
  }

  @Override
  public CycleStatus step(JointCommand command) {
    state.checkOpen();
    if (command.size() != passing.size()) {
      throw new IllegalArgumentException(
          "a command must have " + passing.size() + " values, got " + command.size());
    }
    pacer.updated();
    CycleStatus sent = settings.dry() ? tried(command) : send(command);
    pacer.written();
    RobotLog ticks = log;
    if (ticks != null) {
      ticks.ticked(pacer.timing(), sent, safety, passing, limiter, link.readings());
    }
    pacer.await();
    CycleStatus known = read();
    pacer.read();
    return sent == CycleStatus.OK ? known : sent;
  }

  /** Nothing is sent, but a simulation beside the robot goes on as if it were. */
  private CycleStatus tried(JointCommand command) {
    if (limiter.limit(command, state, passing) != CommandLimiter.Verdict.PASSED) {
      return CycleStatus.FAULT;
    }
    source.commanded(passing);
    return CycleStatus.OK;
  }

  private CycleStatus send(JointCommand command) {
    if (!safety.active()) {
      return CycleStatus.FAULT;
    }
    switch (limiter.limit(command, state, passing)) {
      case PASSED -> {
        refused = 0;
        return pass();
      }
      case NOT_FINITE -> {
        refused++;
        if (refused >= settings.safety().refusedCommands()) {
          blame(StopReason.COMMAND_NOT_FINITE);
        }
        limiter.hold();
      }
      case NOT_MEASURED -> blame(StopReason.MEASUREMENT_NOT_FINITE);
      case OVERLOADED -> blame(StopReason.OVERLOADED_SERVO);
    }
    return CycleStatus.FAULT;
  }

  private void blame(StopReason reason) {
    stop(new Stop(reason, limiter.culprit(), limiter.culpritValue()));
  }

  private CycleStatus pass() {
    CycleStatus sent = link.write();
    if (sent == CycleStatus.OK) {
      source.commanded(passing);
    } else {
      limiter.takeBack();
    }
    return sent;
  }

  private CycleStatus read() {
    CycleStatus robot = link.read();
    double seconds = (clock.nanos() - startNanos) / 1e9;
    CycleStatus rest = state.refresh(seconds, link.readings(), source);
    if (safety.active()) {
      Stop stop = servos.check(link.readings());
      if (robot == CycleStatus.FAULT) {
        stop = new Stop(StopReason.LINK_LOST);
      } else if (stop == null && rest == CycleStatus.FAULT) {
        stop = new Stop(StopReason.STATE_LOST);
      }
      if (stop != null) {
        stop(stop);
        return CycleStatus.FAULT;
      }
    }
    return robot == CycleStatus.OK ? rest : robot;
  }

  /** The watchdog, for tests on virtual time. */
  LoopWatchdog watchdog() {
    return watchdog;
  }

  @Override
  public void placeTarget(double x, double y, double z) {
    state.checkOpen();
    source.placeTarget(x, y, z);
  }

  @Override
  public void close() {
    if (!state.closed()) {
      pacer.pause();
      state.close();
      link.close();
      watchdog.close();
      source.close();
      forgetLastStop();
    }
  }

  private void forgetLastStop() {
    try {
      Runtime.getRuntime().removeShutdownHook(lastStop);
    } catch (IllegalStateException e) {
      // The process is ending: the stop has been, or finds nobody to stop.
    }
  }
}
