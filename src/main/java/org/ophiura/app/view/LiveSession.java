package org.ophiura.app.view;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.ophiura.app.config.ConfigException;
import org.ophiura.app.controller.VisibleMotion;
import org.ophiura.app.results.UserException;
import org.ophiura.app.trial.EpisodeKind;
import org.ophiura.app.trial.Rig;
import org.ophiura.app.trial.Trial;
import org.ophiura.app.trial.TrialSettings;
import org.ophiura.motion.cpg.Cpg;
import org.ophiura.sim.Controller;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.mujoco.SimulatedPlant;
import org.ophiura.sim.mujoco.SimulatedPlants;
import org.ophiura.sim.mujoco.scene.BodyPoses;
import org.ophiura.sim.mujoco.scene.Scene;
import org.ophiura.sim.plugin.ControllerPlugin;
import org.ophiura.sim.plugin.SettingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A robot that people watch and take part in. One thread owns the rig and steps it by the clock;
 * requests wait in a queue that is emptied before each control step.
 */
final class LiveSession implements Show {
  private static final int QUEUE = 64;
  private static final long FRAME_NANOS = TimeUnit.SECONDS.toNanos(1) / 50;
  private static final long REST_AFTER_EPISODE_NANOS = TimeUnit.MILLISECONDS.toNanos(1200);
  private static final long LONGEST_LAG_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  // Of one that stands still; connections that say nothing for 30 s are closed.
  private static final long SIGN_OF_LIFE_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final int PUSH_STEPS = 5;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Logger LOG = LoggerFactory.getLogger(LiveSession.class);

  /** A request and who asked. */
  private record Asked(Viewer viewer, Request request) {}

  private final Trial trial;
  private final Rig rig;
  private final SimulatedPlant plant;
  private final LiveControls controls;
  private final BodyPoses bodies;
  private final int targetBody;
  private final RigSignals signals;
  private final Audience audience = new Audience();
  private final BlockingQueue<Asked> queue = new ArrayBlockingQueue<>(QUEUE);
  private final Thread thread = new Thread(this::run, "ophiura-live");

  private boolean paused;
  private int stepsToTake;
  private double speed = 1;
  private int episode;
  private int pushSteps;
  private Optional<Request.Target> placed = Optional.empty();
  private int told = VisibleMotion.POLICY_CHOOSES;
  private CycleStatus status = CycleStatus.OK;
  private volatile String greeting = "";
  private volatile boolean stopped;

  /** Takes over the trial. */
  LiveSession(Trial trial, LiveControls controls) {
    this.trial = trial;
    this.controls = controls;
    if (!(trial.plants().innermost() instanceof SimulatedPlants plants)) {
      throw new UserException(
          "view needs a plant of type mujoco or servos, got "
              + trial.settings().plant().plugin().id());
    }
    bodies = new BodyPoses(plants);
    rig = trial.newRig();
    plant = (SimulatedPlant) rig.plant().innermost();
    signals = new RigSignals(rig, trial.layout());
    targetBody =
        (int)
            bodies.scene().bodies().stream()
                .takeWhile(body -> body.role() != Scene.Role.TARGET)
                .count();
    greeting = Greeting.of(trial, rig, bodies.scene(), controls);
  }

  /** Begins to run. */
  void start() {
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public String greeting() {
    return greeting;
  }

  @Override
  public Audience audience() {
    return audience;
  }

  @Override
  public void ask(Viewer viewer, Request request) {
    if (!queue.offer(new Asked(viewer, request))) {
      viewer.tell(error("too much at once; that was not done"));
    }
  }

  private void run() {
    try {
      runUntilStopped();
    } catch (RuntimeException e) {
      LOG.error("the live session broke off", e);
      audience.tell(error("The session broke off by a defect of Ophiura; start it again: " + e));
    }
  }

  private void runUntilStopped() {
    begin();
    long next = System.nanoTime();
    long shown = next - FRAME_NANOS;
    while (!stopped) {
      try {
        long now = System.nanoTime();
        Asked asked = queue.poll(Math.max(0, next - now), TimeUnit.NANOSECONDS);
        if (asked != null) {
          actOnAll(asked);
          show();
          now = System.nanoTime();
          shown = now;
          if (now < next) {
            continue;
          }
        }
        if (paused && stepsToTake == 0) {
          if (now - shown >= SIGN_OF_LIFE_NANOS) {
            show();
            shown = now;
          }
          next = now + FRAME_NANOS;
          continue;
        }
        stepsToTake = Math.max(0, stepsToTake - 1);
        boolean ended = step();
        now = System.nanoTime();
        if (ended || paused || now - shown >= FRAME_NANOS) {
          show();
          shown = now;
        }
        next = ended ? now + REST_AFTER_EPISODE_NANOS : due(next, now);
        if (ended && !paused) {
          rest(next);
          episode++;
          begin();
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** When the next step is due; time that was lost beyond a little is not made up for. */
  private long due(long last, long now) {
    long period = (long) (rig.plant().controlPeriodSeconds() / speed * 1e9);
    return Math.max(last + period, now - LONGEST_LAG_NANOS);
  }

  /** Waits at the end of an episode; requests are heard meanwhile. */
  private void rest(long until) throws InterruptedException {
    while (System.nanoTime() < until && !stopped) {
      Asked asked = queue.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (asked != null) {
        act(asked);
        show();
      }
    }
  }

  private void begin() {
    rig.beginStepping(EpisodeKind.EVALUATION, episode, trial.streams());
    motion().ifPresent(motion -> motion.lead(told));
    status = CycleStatus.OK;
    placed = Optional.empty();
    pushSteps = 0;
    show();
  }

  /** One control step; whether the episode is over then. */
  private boolean step() {
    if (rig.over() || status != CycleStatus.OK) {
      return true;
    }
    status = rig.step();
    placed = Optional.empty();
    if (pushSteps > 0 && --pushSteps == 0) {
      plant.push(0, 0, 0);
    }
    return rig.over() || status != CycleStatus.OK;
  }

  /**
   * Acts on all that waits now; whoever sends without end does not keep the robot from its steps.
   */
  private void actOnAll(Asked first) {
    act(first);
    for (int waiting = queue.size(); waiting > 0; waiting--) {
      Asked next = queue.poll();
      if (next != null) {
        act(next);
      }
    }
  }

  private void act(Asked asked) {
    try {
      act(asked.request());
    } catch (ConfigException
        | UserException
        | IllegalArgumentException
        | UnsupportedOperationException e) {
      asked.viewer().tell(error(String.valueOf(e.getMessage())));
    }
  }

  private void act(Request request) {
    if (request instanceof Request.Pause pause) {
      paused = pause.paused();
      stepsToTake = 0;
    } else if (request instanceof Request.Step) {
      paused = true;
      stepsToTake = 1;
    } else if (request instanceof Request.Reset reset) {
      episode += reset.next() ? 1 : 0;
      begin();
    } else if (request instanceof Request.Speed asked) {
      speed = asked.factor();
    } else if (request instanceof Request.Target target) {
      place(target);
    } else if (request instanceof Request.Push push) {
      plant.push(push.x(), push.y(), 0);
      pushSteps = PUSH_STEPS;
    } else if (request instanceof Request.Lead lead) {
      lead(lead.arm());
    } else if (request instanceof Request.Change change) {
      change(change);
    }
  }

  private void place(Request.Target target) {
    if (targetBody == bodies.scene().bodies().size()) {
      throw new UnsupportedOperationException("this trial has no target that can be moved");
    }
    trial
        .layout()
        .arena()
        .filter(arena -> !arena.contains(target.x(), target.y()))
        .ifPresent(
            arena -> {
              throw new IllegalArgumentException("the target must stay within the walls");
            });
    double height = bodies.poses()[targetBody * BodyPoses.NUMBERS + 2];
    plant.placeTarget(target.x(), target.y(), height);
    rig.task().targetMoved();
    placed = Optional.of(target);
  }

  private void lead(int arm) {
    VisibleMotion motion =
        motion()
            .orElseThrow(
                () -> new UnsupportedOperationException("this controller has no arm that leads"));
    if (arm >= motion.leaderCount()) {
      throw new IllegalArgumentException(
          "there are " + motion.leaderCount() + " arms to lead, numbered from 0, got " + arm);
    }
    told = arm < 0 ? VisibleMotion.POLICY_CHOOSES : arm;
    motion.lead(told);
  }

  /** Another controller takes over where the one before is: its oscillators go on from there. */
  private void change(Request.Change change) {
    TrialSettings before = controls.settings();
    TrialSettings settings = controls.change(change.key(), change.value());
    if (settings.controller().equals(before.controller())) {
      return;
    }
    Controller next;
    try {
      next = controller(settings);
    } catch (RuntimeException e) {
      controls.undo();
      throw e;
    }
    next.reset(rig.state(), EpisodeKind.EVALUATION.choice(trial.streams(), episode));
    if (next instanceof VisibleMotion taking) {
      motion().ifPresent(giving -> handOver(giving.cpg(), taking.cpg()));
      taking.lead(told);
    }
    rig.useController(next);
    greeting = Greeting.of(trial, rig, bodies.scene(), controls);
    audience.tell(greeting);
  }

  private Controller controller(TrialSettings settings) {
    return SettingException.under(
        "controller",
        () ->
            ControllerPlugin.create(
                settings.controller().orElseThrow(),
                trial.layout(),
                rig.plant().controlPeriodSeconds()));
  }

  private static void handOver(Cpg from, Cpg to) {
    int size = from.size();
    if (to.size() != size) {
      return;
    }
    double[] phases = new double[size];
    double[] amplitudes = new double[size];
    double[] offsets = new double[size];
    for (int i = 0; i < size; i++) {
      phases[i] = from.phase(i);
      amplitudes[i] = from.amplitude(i);
      offsets[i] = from.offset(i);
    }
    to.reset(phases, amplitudes, offsets);
  }

  private Optional<VisibleMotion> motion() {
    return rig.controller() instanceof VisibleMotion motion
        ? Optional.of(motion)
        : Optional.empty();
  }

  private void show() {
    bodies.read(plant);
    placed.ifPresent( // The physics moves it at the next step; a robot at rest has none.
        target -> {
          bodies.poses()[targetBody * BodyPoses.NUMBERS] = (float) target.x();
          bodies.poses()[targetBody * BodyPoses.NUMBERS + 1] = (float) target.y();
        });
    int flags =
        (paused ? Frame.PAUSED : 0)
            | (rig.over() || status != CycleStatus.OK ? Frame.OVER : 0)
            | (rig.over() && rig.task().succeeded() ? Frame.REACHED : 0)
            | (told == VisibleMotion.POLICY_CHOOSES ? 0 : Frame.TOLD);
    int state = rig.decider().map(d -> d.indexer().indexOf(rig.state())).orElse(Scene.NONE);
    ByteBuffer frame =
        Frame.of(
            new Frame.Header(
                flags,
                rig.steps() == 0
                    ? told
                    : motion().map(VisibleMotion::leadingArm).orElse(Scene.NONE),
                rig.steps(),
                state,
                episode,
                plant.state().timeSeconds(),
                speed,
                rig.totalReward()),
            bodies,
            signals.of(state));
    audience.show(frame);
  }

  private static String error(String message) {
    return JSON.createObjectNode().put("type", "error").put("message", message).toString();
  }

  @Override
  public void close() {
    stopped = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    rig.close();
  }
}
