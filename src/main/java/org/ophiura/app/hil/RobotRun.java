package org.ophiura.app.hil;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.ophiura.app.config.Resolved;
import org.ophiura.app.policy.PolicyFile;
import org.ophiura.app.results.UserException;
import org.ophiura.app.trial.DecisionCount;
import org.ophiura.app.trial.EpisodeKind;
import org.ophiura.app.trial.EpisodeListener;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.app.trial.Interruption;
import org.ophiura.app.trial.Rig;
import org.ophiura.app.trial.Trial;
import org.ophiura.app.trial.UntrainedPolicy;
import org.ophiura.learning.DecidingController;
import org.ophiura.learning.Policy;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.hardware.log.LogContent;
import org.ophiura.sim.hardware.log.TickLog;
import org.ophiura.sim.hardware.loop.StopSource;
import org.ophiura.sim.hardware.robot.HardwarePlant;
import org.ophiura.sim.hardware.robot.RobotLog;
import org.ophiura.sim.hardware.safety.SafetyState;
import org.ophiura.sim.hardware.safety.Stop;
import org.ophiura.sim.hardware.safety.StopReason;
import org.ophiura.sim.hardware.timing.HostFacts;
import org.ophiura.sim.plugin.SettingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the evaluation episodes of a trial on its robot of servos, with the same task, controller
 * and chance as in simulation. After each episode the torque goes off, so that people can put the
 * robot back; a safe stop ends the run.
 */
public final class RobotRun {
  /** Name of the log in the folder of a run. */
  public static final String LOG_FILE = "ticks.mcap";

  private static final Logger LOG = LoggerFactory.getLogger(RobotRun.class);

  /** Ticks that may wait for the disk: 40 s at 100 Hz. */
  private static final int LOG_CAPACITY = 4096;

  private static final int WARM_UP_TICKS = 3000;

  private final Trial trial;
  private final ServoPlants plants;
  private final Optional<GivenPolicy> policy;
  private final RobotRunOptions options;

  /**
   * A policy that was trained before.
   *
   * @param text of its file
   * @param policy what it chooses by
   */
  public record GivenPolicy(String text, Policy policy) {}

  /**
   * Prepares a run.
   *
   * @param trial stays the caller's to close
   * @param policy makes the choices; left out: the trial's own
   * @throws SettingException if the trial's plant is not a robot of servos
   * @throws UserException if its policy is not trained yet
   */
  public RobotRun(Trial trial, Optional<GivenPolicy> policy, RobotRunOptions options) {
    this.trial = trial;
    plants = servos(trial);
    this.policy = policy;
    this.options = options;
    if (plants.settings().port().isEmpty()) {
      SettingException.under(
          "plant",
          () -> {
            throw RobotConnection.noPort();
          });
    }
    try (Rig rig = trial.newRig()) {
      Policy own = rig.decider().map(DecidingController::policy).orElse(null);
      if (policy.isEmpty() && own instanceof UntrainedPolicy) {
        throw new UserException(
            "--policy must name what was trained in simulation, such as runs/"
                + trial.settings().name()
                + "/"
                + trial.settings().seed()
                + "/"
                + PolicyFile.NAME
                + ": a robot of servos is not trained");
      }
    }
  }

  /**
   * The servos of a trial.
   *
   * @throws SettingException if it has none
   */
  public static ServoPlants servos(Trial trial) {
    if (trial.plants() instanceof ServoPlants servos) {
      return servos;
    }
    throw new SettingException(
        "plant.type",
        "must be servos, got "
            + trial.settings().plant().plugin().id()
            + "; what is simulated alone runs with 'ophiura run'");
  }

  /**
   * Runs until the last episode, a stop or an interruption.
   *
   * @param log where the log goes; it must not exist yet
   * @param stops who may stop the robot besides
   * @param watch is shown how it goes on
   */
  public RobotRunOutcome run(
      Path log, List<StopSource> stops, Interruption interruption, RobotRunWatch watch) {
    warmUp();
    long began = System.nanoTime();
    List<StopSource> all = new ArrayList<>(stops);
    all.add(() -> interruption.requested() ? new Stop(StopReason.SIGNAL) : null);
    try (RobotConnection robot =
        SettingException.under(
            "plant", () -> RobotConnection.open(plants, options.dry(), options.shadow(), all))) {
      Optional<Divergence> divergence =
          robot.shadow().map(shadow -> new Divergence(shadow, plants.layout()));
      watch.begin(robot.plant(), divergence);
      return record(robot, log, divergence, interruption, watch, began);
    } finally {
      watch.end();
    }
  }

  private RobotRunOutcome record(
      RobotConnection robot,
      Path log,
      Optional<Divergence> divergence,
      Interruption interruption,
      RobotRunWatch watch,
      long began) {
    HardwarePlant plant = robot.plant();
    TickLog ticks = begin(log, robot);
    List<EpisodeResult> episodes = new ArrayList<>();
    List<String> problems;
    try {
      RobotLog robotLog = new RobotLog(ticks);
      plant.logTo(robotLog);
      Rig rig = trial.newRig(plant);
      problems = episodes(rig, plant, robotLog, episodes, interruption, watch);
    } finally {
      plant.rest();
    }
    Optional<Stop> stop = plant.safety().stop();
    Map<String, String> end = new LinkedHashMap<>();
    end.put("episodes", Integer.toString(episodes.size()));
    stop.ifPresent(reason -> end.put("stop", reason.sentence(plants.layout())));
    Optional<String> damage = end(ticks, end);
    return new RobotRunOutcome(
        episodes,
        problems,
        stop.map(reason -> reason.sentence(plants.layout())),
        stop.map(Stop::reason),
        plant.passport(HostFacts.read(Path.of("/"))),
        divergence.map(apart -> new RobotRunOutcome.Apart(apart.overall(), apart.greatest())),
        ticks.written(),
        ticks.lost(),
        damage,
        (System.nanoTime() - began) / 1e9,
        interruption.requested());
  }

  private TickLog begin(Path file, RobotConnection robot) {
    Map<String, String> about = new LinkedHashMap<>();
    about.put(LogReplay.TRIAL, Resolved.toYaml(trial.settings()));
    policy.ifPresent(given -> about.put(LogReplay.POLICY, given.text()));
    try {
      return new TickLog(
          file,
          LogContent.of(
              trial.layout(),
              plants.controlPeriodSeconds(),
              RobotLog.extras(plants.layout().actuators().size())),
          about,
          LOG_CAPACITY,
          robot.clock().nanos(),
          TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()));
    } catch (IOException e) {
      throw new UserException(file + " cannot be written: " + e.getMessage());
    }
  }

  private static Optional<String> end(TickLog ticks, Map<String, String> outcome) {
    try {
      ticks.close(outcome);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Runs the episodes; why the robot did not start, if it did not. */
  private List<String> episodes(
      Rig rig,
      HardwarePlant plant,
      RobotLog log,
      List<EpisodeResult> results,
      Interruption interruption,
      RobotRunWatch watch) {
    for (int episode = 0; episode < options.episodes(); episode++) {
      if (episode > 0) {
        plant.rest();
        pause(interruption);
      }
      if (interruption.requested() || plant.safety().state() == SafetyState.SAFE_STOP) {
        return List.of();
      }
      int number = episode;
      rig.noteCommands((first, seen, command) -> log.decided(number, first, seen, command));
      results.add(run(rig, plant, episode, watch));
      watch.ended(results.get(episode));
      if (!plant.startProblems().isEmpty()) {
        results.remove(episode);
        return plant.startProblems();
      }
    }
    return List.of();
  }

  private EpisodeResult run(Rig rig, HardwarePlant plant, int episode, EpisodeListener watch) {
    EpisodeKind kind = EpisodeKind.EVALUATION;
    try {
      return policy.isPresent()
          ? rig.run(kind, episode, trial.streams(), policy.get().policy(), watch)
          : rig.run(kind, episode, trial.streams(), watch);
    } catch (RuntimeException e) {
      plant.stop(new Stop(StopReason.CONTROLLER_EXCEPTION));
      LOG.error("the controller failed in episode {}", episode, e);
      return new EpisodeResult(
          kind,
          episode,
          rig.totalReward(),
          rig.steps(),
          rig.steps() * plants.controlPeriodSeconds(),
          false,
          CycleStatus.FAULT,
          DecisionCount.NOTHING);
    }
  }

  private void pause(Interruption interruption) {
    long end = System.nanoTime() + Math.round(options.pauseSeconds() * 1e9);
    while (System.nanoTime() < end && !interruption.requested()) {
      LockSupport.parkNanos(10_000_000);
    }
  }

  /** Has the Java machine compile what the loop will run, in simulation, before it counts. */
  private void warmUp() {
    long end = System.nanoTime() + Math.round(options.warmUpSeconds() * 1e9);
    try (Rig rig = trial.newRig()) {
      int ticks = 0;
      for (int episode = 0; ticks < WARM_UP_TICKS; episode++) {
        rig.beginStepping(EpisodeKind.VALIDATION, episode, trial.streams());
        CycleStatus status = CycleStatus.OK;
        while (status == CycleStatus.OK && !rig.over() && ticks < WARM_UP_TICKS) {
          ticks = System.nanoTime() < end ? ticks + 1 : WARM_UP_TICKS;
          status = rig.step();
        }
        ticks += status == CycleStatus.OK ? 0 : WARM_UP_TICKS;
      }
    } catch (RuntimeException e) {
      // A controller that fails here will fail in the loop, where that is a stop with a reason.
      LOG.debug("the warm-up failed", e);
    }
    // Now, and not while the robot moves: a collection of what start-up has left takes some 40 ms.
    // It
    // is due at the latest when a signal has the Java machine load a class.
    System.gc();
  }
}
