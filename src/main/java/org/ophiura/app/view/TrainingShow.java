package org.ophiura.app.view;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.ophiura.app.controller.VisibleMotion;
import org.ophiura.app.results.UserException;
import org.ophiura.app.trial.EpisodeListener;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.app.trial.Evaluation;
import org.ophiura.app.trial.Rig;
import org.ophiura.app.trial.TrainingEpisode;
import org.ophiura.app.trial.TrainingSettings;
import org.ophiura.app.trial.Trial;
import org.ophiura.app.trial.TrialProgress;
import org.ophiura.app.web.SceneJson;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.mujoco.SimulatedPlant;
import org.ophiura.sim.mujoco.SimulatedPlants;
import org.ophiura.sim.mujoco.scene.BodyPoses;
import org.ophiura.sim.mujoco.scene.Scene;

/**
 * A training that people watch: it runs many times faster than real time, so pages see whole
 * episodes of it one after the other at their own pace, always the latest that has ended, and how
 * far the training has got. One rig is looked at; the training waits for nothing.
 */
final class TrainingShow implements Show, TrialProgress {
  private static final long FRAME_NANOS = 20_000_000;
  private static final int RECENT = 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** An episode as it was seen. Reused when nobody plays it any more. */
  private static final class Tape {
    private float[] poses = new float[0];
    private boolean[] touching = new boolean[0];
    private int[] leaders = new int[256];
    private int rows;
    private int number;

    void add(BodyPoses bodies, int leader) {
      int width = bodies.poses().length;
      int segments = bodies.touching().length;
      if (poses.length < (rows + 1) * width) {
        poses = Arrays.copyOf(poses, Math.max(2 * poses.length, 256 * width));
        touching = Arrays.copyOf(touching, Math.max(2 * touching.length, 256 * segments));
        leaders = Arrays.copyOf(leaders, Math.max(2 * leaders.length, 256));
      }
      System.arraycopy(bodies.poses(), 0, poses, rows * width, width);
      System.arraycopy(bodies.touching(), 0, touching, rows * segments, segments);
      leaders[rows++] = leader;
    }
  }

  private final Trial trial;
  private final BodyPoses shown;
  private final double periodSeconds;
  private final Audience audience = new Audience();
  private final AtomicReference<@Nullable Tape> finished = new AtomicReference<>();
  private final AtomicReference<@Nullable Tape> spare = new AtomicReference<>();
  private final Thread thread = new Thread(this::play, "ophiura-training-view");

  private final boolean[] recent = new boolean[RECENT];
  private int trained;
  private int evaluated;
  private double validated = Double.NaN;
  private volatile String status = "";
  private volatile boolean stopped;

  TrainingShow(Trial trial) {
    this.trial = trial;
    shown = new BodyPoses(plants(trial));
    try (Rig rig = trial.newRig()) {
      periodSeconds = rig.plant().controlPeriodSeconds();
    }
    tell();
  }

  private static SimulatedPlants plants(Trial trial) {
    if (!(trial.plants().innermost() instanceof SimulatedPlants plants)) {
      throw new UserException(
          "--view needs a plant of type mujoco or servos, got "
              + trial.settings().plant().plugin().id());
    }
    return plants;
  }

  void start() {
    thread.setDaemon(true);
    thread.start();
  }

  /** Makes what looks at one rig, on the thread that runs it. */
  EpisodeListener spectator(Rig rig) {
    return new Spectator(rig);
  }

  private final class Spectator implements EpisodeListener {
    private final Rig rig;
    private final BodyPoses bodies = new BodyPoses(plants(trial));
    private Tape tape = new Tape();
    private int number;
    private boolean looking;

    Spectator(Rig rig) {
      this.rig = rig;
    }

    @Override
    public void began(PlantState state) {
      if (looking && tape.rows > 1) {
        tape.number = number;
        Tape unplayed = finished.getAndSet(tape);
        Tape free = unplayed != null ? unplayed : spare.getAndSet(null);
        tape = free != null ? free : new Tape();
      }
      number++;
      looking = !audience.isEmpty();
      tape.rows = 0;
      look();
    }

    @Override
    public void stepped(PlantState state, JointCommand command, double reward) {
      look();
    }

    private void look() {
      if (looking) {
        bodies.read((SimulatedPlant) rig.plant().innermost());
        tape.add(
            bodies,
            rig.controller() instanceof VisibleMotion motion ? motion.leadingArm() : Scene.NONE);
      }
    }
  }

  /** Plays the latest episode in real time, again and again while there is no newer one. */
  private void play() {
    @Nullable Tape playing = null;
    while (!stopped) {
      Tape newer = finished.getAndSet(null);
      if (newer != null) {
        spare.set(playing);
        playing = newer;
      }
      if (playing == null || audience.isEmpty()) {
        LockSupport.parkNanos(FRAME_NANOS);
      } else {
        play(playing);
      }
    }
  }

  private void play(Tape tape) {
    long begin = System.nanoTime();
    long frame = 0;
    int row = 0;
    while (!stopped && row < tape.rows) {
      show(tape, row);
      frame++;
      LockSupport.parkNanos(begin + frame * FRAME_NANOS - System.nanoTime());
      row = (int) ((System.nanoTime() - begin) * 1e-9 / periodSeconds);
    }
    show(tape, tape.rows - 1);
  }

  private void show(Tape tape, int row) {
    int width = shown.poses().length;
    System.arraycopy(tape.poses, row * width, shown.poses(), 0, width);
    int segments = shown.touching().length;
    System.arraycopy(tape.touching, row * segments, shown.touching(), 0, segments);
    audience.show(
        Frame.of(
            new Frame.Header(
                row == tape.rows - 1 ? Frame.OVER : 0,
                row == 0 ? Scene.NONE : tape.leaders[row],
                row,
                Scene.NONE,
                tape.number,
                row * periodSeconds,
                1,
                0),
            shown,
            Frame.Signals.NONE));
  }

  @Override
  public void trained(TrainingEpisode episode) {
    recent[trained % RECENT] = episode.result().succeeded();
    trained++;
    tell();
  }

  @Override
  public void validated(Evaluation evaluation) {
    validated = evaluation.successRate();
    tell();
  }

  @Override
  public void evaluated(EpisodeResult episode) {
    evaluated++;
    tell();
  }

  private void tell() {
    int of = trial.settings().training().map(TrainingSettings::episodes).orElse(0);
    int seen = Math.min(trained, RECENT);
    int reached = 0;
    for (int i = 0; i < seen; i++) {
      reached += recent[i] ? 1 : 0;
    }
    ObjectNode root = JSON.createObjectNode();
    root.put("type", "training");
    root.put("phase", evaluated > 0 || of == 0 ? "evaluation" : "training");
    root.put("trained", trained);
    root.put("planned", of);
    root.put("evaluated", evaluated);
    root.put("to_evaluate", trial.settings().evaluation().episodes());
    root.put("recent", seen);
    root.put("recent_reached", reached);
    if (!Double.isNaN(validated)) {
      root.put("greedy_success", validated);
    }
    status = root.toString();
    audience.tell(status);
  }

  @Override
  public String greeting() {
    ObjectNode root = JSON.createObjectNode();
    root.put("type", "greeting");
    root.put("kind", "training");
    root.put("trial", trial.settings().name());
    root.put("seed", trial.settings().seed());
    root.put("period", periodSeconds);
    root.set("scene", SceneJson.of(shown.scene()));
    root.put("status", status);
    return root.toString();
  }

  /** Nothing of a training can be changed from a page. */
  @Override
  public void ask(Viewer viewer, Request request) {}

  @Override
  public Audience audience() {
    return audience;
  }

  @Override
  public void close() {
    stopped = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
