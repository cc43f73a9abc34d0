package org.ophiura.app.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.app.trial.Rollouts;
import org.ophiura.app.trial.Trial;
import org.ophiura.sim.mujoco.MujocoModel;
import org.ophiura.sim.mujoco.MujocoPlantFactory;

/**
 * How much an evaluation costs beside a bare C loop of {@code mj_step}: the same controls, the same
 * library, and the same bits at the end of each episode. Rounds of C and of Java take turns, each
 * going first in every other round.
 */
final class EpisodeAgainstC {
  private static final int EPISODES = 5;
  private static final int WARM_UP_ROUNDS = 12;
  private static final int ROUNDS = 40;

  /** A round in which others kept less than this many cores busy counts as quiet. */
  private static final double QUIET_CORES = 0.05;

  private final PrintStream out;
  private final Trial trial;
  private final Rollouts rollouts;
  private final RecordedEpisodes recorded;
  private final BareLoop bareLoop;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final long worker;

  private final Comparison wall = new Comparison();
  private final Comparison wallWhenQuiet = new Comparison();
  private final Comparison cpu = new Comparison();
  private final Series others = new Series();

  private EpisodeAgainstC(
      PrintStream out,
      Trial trial,
      Rollouts rollouts,
      RecordedEpisodes recorded,
      BareLoop bareLoop) {
    this.out = out;
    this.trial = trial;
    this.rollouts = rollouts;
    this.recorded = recorded;
    this.bareLoop = bareLoop;
    worker = BenchTrial.threadOf(rollouts);
  }

  /** Takes the number of rounds. */
  public static void main(String[] arguments) throws IOException {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROUNDS;
    Path directory = Path.of(System.getProperty("bench.directory"));
    Path model = directory.resolve("model.xml");
    Path episodes = directory.resolve("episodes.bin");
    try (Trial trial = BenchTrial.open()) {
      MujocoPlantFactory plants = (MujocoPlantFactory) trial.plants();
      Files.writeString(model, plants.exportXml(Optional.empty()), StandardCharsets.UTF_8);
      int physicsSteps =
          (int) Math.round(plants.controlPeriodSeconds() / plants.model().timestepSeconds());
      RecordedEpisodes recorded = RecordedEpisodes.of(trial, physicsSteps, EPISODES);
      recorded.write(episodes);
      try (Rollouts rollouts = BenchTrial.rollouts(trial, 1);
          BareLoop bareLoop =
              new BareLoop(
                  directory.resolve("bare_loop"), model, episodes, MujocoModel.libraryVersion())) {
        new EpisodeAgainstC(System.out, trial, rollouts, recorded, bareLoop).run(rounds);
      }
    }
  }

  private void run(int rounds) throws IOException {
    out.printf(
        Locale.ROOT,
        "MuJoCo %s, Java %s; %d evaluation episodes of %s under follow-target,%n"
            + "%d control steps of %d physics steps; one thread; us per control step%n%n"
            + "round     C wall   Java wall  ratio      C CPU    Java CPU  ratio  others%n",
        MujocoModel.libraryVersion(),
        Runtime.version(),
        EPISODES,
        trial.settings().name(),
        recorded.steps(),
        recorded.physicsSteps());
    for (int i = 0; i < WARM_UP_ROUNDS; i++) {
      evaluate();
      bareLoop.run();
    }
    for (int i = 0; i < rounds; i++) {
      round(i);
    }
    out.printf(
        Locale.ROOT,
        "%nmedians            C (us)   Java (us)  ratio   quartiles of the rounds' ratios%n");
    wall.print("wall clock");
    wallWhenQuiet.print("... when quiet");
    cpu.print("CPU time");
    cpu.printFastest("fastest, CPU");
    out.printf(
        Locale.ROOT,
        "%nOther processes kept %.2f cores busy (median; %.2f to %.2f); quiet: below %.2f (%d of %d"
            + " rounds).%nAll episodes ended in the same bits of qpos.%n",
        others.median(),
        others.quantile(0),
        others.quantile(1),
        QUIET_CORES,
        wallWhenQuiet.size(),
        rounds);
  }

  private void round(int number) throws IOException {
    Stopwatch watch = Stopwatch.start();
    Timing c;
    Timing java;
    if (number % 2 == 0) {
      c = bare();
      java = evaluate();
    } else {
      java = evaluate();
      c = bare();
    }
    double busy = watch.stop(c.cpuMicros() * recorded.steps() * 1e-6).othersCores();
    wall.add(c.wallMicros(), java.wallMicros());
    cpu.add(c.cpuMicros(), java.cpuMicros());
    others.add(busy);
    if (busy < QUIET_CORES) {
      wallWhenQuiet.add(c.wallMicros(), java.wallMicros());
    }
    out.printf(
        Locale.ROOT,
        "%5d %10.2f  %10.2f  %5.3f %10.2f  %10.2f  %5.3f  %6.2f%n",
        number,
        c.wallMicros(),
        java.wallMicros(),
        java.wallMicros() / c.wallMicros(),
        c.cpuMicros(),
        java.cpuMicros(),
        java.cpuMicros() / c.cpuMicros(),
        busy);
  }

  /** Microseconds per control step. */
  private record Timing(double wallMicros, double cpuMicros) {}

  private Timing timing(long wallNanos, long cpuNanos) {
    double steps = recorded.steps();
    return new Timing(wallNanos * 1e-3 / steps, cpuNanos * 1e-3 / steps);
  }

  private Timing bare() throws IOException {
    BareLoop.Answer answer = bareLoop.run();
    return timing(answer.wallNanos(), answer.cpuNanos());
  }

  private Timing evaluate() {
    long cpuStart = threads.getThreadCpuTime(worker);
    long start = System.nanoTime();
    List<EpisodeResult> results = BenchTrial.evaluate(trial, rollouts, EPISODES);
    long nanos = System.nanoTime() - start;
    long cpuNanos = threads.getThreadCpuTime(worker) - cpuStart;
    for (int i = 0; i < EPISODES; i++) {
      RecordedEpisodes.Episode expected = recorded.episodes().get(i);
      if (results.get(i).steps() != expected.controls().size()
          || results.get(i).totalReward() != expected.totalReward()) {
        throw new IllegalStateException("episode " + i + " was not the recorded one");
      }
    }
    return timing(nanos, cpuNanos);
  }

  /** Pairs of C and Java. */
  private final class Comparison {
    private final Series c = new Series();
    private final Series java = new Series();
    private final Series ratios = new Series();

    void add(double cMicros, double javaMicros) {
      c.add(cMicros);
      java.add(javaMicros);
      ratios.add(javaMicros / cMicros);
    }

    int size() {
      return c.size();
    }

    void print(String label) {
      if (size() > 0) {
        print(label, 0.5);
        out.printf(Locale.ROOT, "   %.3f to %.3f%n", ratios.quantile(0.25), ratios.quantile(0.75));
      }
    }

    /** The round of each that was disturbed least. */
    void printFastest(String label) {
      print(label, 0);
      out.println();
    }

    private void print(String label, double share) {
      double a = c.quantile(share);
      double b = java.quantile(share);
      out.printf(Locale.ROOT, "%-15s %9.2f   %9.2f  %5.3f", label, a, b, b / a);
    }
  }
}
