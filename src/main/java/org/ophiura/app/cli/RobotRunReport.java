package org.ophiura.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.ophiura.app.hil.RobotRunOutcome;
import org.ophiura.app.hil.RobotRunWatch;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.app.trial.TrialSettings;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.hardware.timing.TimingPassport;

/** What a run on a robot says while it goes on and at its end. */
final class RobotRunReport {
  private static final long REFRESH_MILLIS = 500;

  private final PrintWriter out;
  private final TrialSettings settings;
  private final Watch watch = new Watch();

  RobotRunReport(PrintWriter out, TrialSettings settings) {
    this.out = out;
    this.settings = settings;
  }

  RobotRunWatch watch() {
    return watch;
  }

  /** Prints the outcome, but not where it is. */
  void print(RobotRunOutcome outcome) {
    for (EpisodeResult episode : outcome.episodes()) {
      out.printf(
          Locale.ROOT,
          "  episode %d  %6.2f s  return %.3f%s%n",
          episode.episode(),
          episode.seconds(),
          episode.totalReward(),
          end(episode));
    }
    outcome.stop().ifPresent(sentence -> out.println("The robot was stopped: " + sentence));
    outcome
        .apart()
        .ifPresent(
            apart ->
                out.printf(
                    Locale.ROOT,
                    "Simulation beside it: joints %.3f rad apart (root mean square), at most %.3f"
                        + " rad%n",
                    apart.rootMeanSquare(),
                    apart.greatest()));
    print(outcome.passport());
    if (outcome.unloggedTicks() > 0) {
      out.println(outcome.unloggedTicks() + " ticks are missing in the log: the disk was too slow");
    }
    outcome.logDamage().ifPresent(out::println);
    out.flush();
  }

  private String end(EpisodeResult episode) {
    if (episode.status() == CycleStatus.FAULT) {
      return "  stopped";
    }
    return settings.hasAim() ? episode.succeeded() ? "  succeeded" : "  failed" : "";
  }

  private void print(TimingPassport passport) {
    out.printf(
        Locale.ROOT,
        "Loop: %d ticks of %.1f ms, %d overruns (%.2f %%), %d skipped, %d retries, %d lost packets,"
            + " %d garbage collections%n",
        passport.ticks(),
        1000 * passport.controlPeriodSeconds(),
        passport.overruns(),
        passport.ticks() == 0 ? 0 : 100.0 * passport.overruns() / passport.ticks(),
        passport.skipped(),
        passport.retries(),
        passport.lostPackets(),
        passport.garbageCollections());
    out.printf("  %-12s %10s %10s %10s %10s%n", "us", "p50", "p99", "p99.9", "max");
    for (TimingPassport.Distribution part : passport.distributions()) {
      out.printf(
          Locale.ROOT,
          "  %-12s %10.0f %10.0f %10.0f %10.0f%n",
          part.name(),
          part.p50(),
          part.p99(),
          part.p999(),
          part.max());
    }
    out.printf(
        "  kernel %s%s, governor %s, priority: %s%n",
        passport.host().kernel(),
        passport.host().realTimeKernel() ? " (real-time)" : "",
        passport.host().governor(),
        passport.priority());
  }

  void end(Path folder, Optional<Path> earlier) {
    out.println("Results: " + folder);
    earlier.ifPresent(path -> out.println("The earlier run there is now " + path));
    out.flush();
  }

  /** Draws one line over itself on standard error, from a thread of its own. */
  private static final class Watch extends RobotRunWatch {
    private final Thread thread = new Thread(this::show, "ophiura-watch");

    @Override
    protected void opened() {
      System.err.println("The robot is connected; Enter stops it.");
      thread.setDaemon(true);
      thread.start();
    }

    @Override
    protected void closed() {
      thread.interrupt();
    }

    private void show() {
      try {
        while (true) {
          Thread.sleep(REFRESH_MILLIS);
          System.err.print("\r" + line() + "  ");
          System.err.flush();
        }
      } catch (InterruptedException e) {
        System.err.println();
      }
    }
  }
}
