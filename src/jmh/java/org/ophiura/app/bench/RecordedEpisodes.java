package org.ophiura.app.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ophiura.app.trial.EpisodeKind;
import org.ophiura.app.trial.Rig;
import org.ophiura.app.trial.Trial;
import org.ophiura.sim.Controller;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.Position;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.Task;
import org.ophiura.sim.mujoco.JointPositions;
import org.ophiura.sim.mujoco.MujocoPlant;

/** The controls of evaluation episodes, for a program that knows nothing of Java. */
record RecordedEpisodes(int physicsSteps, List<Episode> episodes) {

  /** One episode: where the target was, a row of controls per step, and {@code qpos} at its end. */
  record Episode(
      Position target, List<double[]> controls, List<Double> lastPositions, double totalReward) {}

  /** Runs the first evaluation episodes of a trial, step by step as a rig does. */
  static RecordedEpisodes of(Trial trial, int physicsSteps, int count) {
    List<Episode> episodes = new ArrayList<>();
    try (Rig rig = trial.newRig()) {
      for (int episode = 0; episode < count; episode++) {
        episodes.add(record(trial, rig, episode));
      }
    }
    return new RecordedEpisodes(physicsSteps, episodes);
  }

  private static Episode record(Trial trial, Rig rig, int episode) {
    MujocoPlant plant = (MujocoPlant) rig.plant();
    Task task = rig.task();
    Controller controller = rig.controller();
    PlantState state = plant.state();
    ResetSpec start = task.start(EpisodeKind.EVALUATION.start(trial.streams(), episode));
    plant.reset(start, EpisodeKind.EVALUATION.noise(trial.streams(), episode));
    task.begin(state);
    controller.reset(state, EpisodeKind.EVALUATION.choice(trial.streams(), episode));
    JointCommand command = new JointCommand(plant.layout());
    List<double[]> controls = new ArrayList<>();
    double totalReward = 0;
    do {
      controller.update(state, plant.controlPeriodSeconds(), command);
      if (plant.step(command) != CycleStatus.OK) {
        throw new IllegalStateException("episode " + episode + " broke down");
      }
      controls.add(copy(command));
      task.observe(state);
      totalReward += task.reward();
    } while (!task.terminated() && controls.size() < rig.stepLimit());
    return new Episode(
        start.target().orElseThrow(),
        controls,
        Arrays.stream(JointPositions.of(plant)).boxed().toList(),
        totalReward);
  }

  private static double[] copy(JointCommand command) {
    double[] values = new double[command.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = command.get(i);
    }
    return values;
  }

  /** Control steps of all episodes together. */
  int steps() {
    return episodes.stream().mapToInt(episode -> episode.controls().size()).sum();
  }

  /** Writes what {@code bare_loop.c} reads: 64-bit numbers in the byte order of this machine. */
  void write(Path file) throws IOException {
    Episode first = episodes.get(0);
    try (OutputStream out = Files.newOutputStream(file)) {
      write(
          out,
          episodes.size(),
          physicsSteps,
          first.controls().get(0).length,
          first.lastPositions().size());
      for (Episode episode : episodes) {
        Position target = episode.target();
        write(out, new double[] {target.x(), target.y(), target.z()});
        write(out, (long) episode.controls().size());
        for (double[] row : episode.controls()) {
          write(out, row);
        }
        write(out, episode.lastPositions().stream().mapToDouble(Double::doubleValue).toArray());
      }
    }
  }

  private static void write(OutputStream out, long... values) throws IOException {
    byte[] bytes = new byte[Long.BYTES * values.length];
    ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).asLongBuffer().put(values);
    out.write(bytes);
  }

  private static void write(OutputStream out, double[] values) throws IOException {
    byte[] bytes = new byte[Double.BYTES * values.length];
    ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).asDoubleBuffer().put(values);
    out.write(bytes);
  }
}
