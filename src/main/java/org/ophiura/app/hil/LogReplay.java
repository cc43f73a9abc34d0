package org.ophiura.app.hil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ophiura.app.config.ConfigReader;
import org.ophiura.app.policy.PolicyFile;
import org.ophiura.app.results.UserException;
import org.ophiura.app.trial.EpisodeKind;
import org.ophiura.app.trial.Rig;
import org.ophiura.app.trial.Trial;
import org.ophiura.app.trial.TrialSettings;
import org.ophiura.learning.DecidingController;
import org.ophiura.learning.Policy;
import org.ophiura.sim.hardware.log.LoggedTicks;
import org.ophiura.sim.hardware.log.Replay;
import org.ophiura.sim.hardware.mcap.McapFormatException;

/** Shows the states of a log to a controller: that which made it, or another. */
public final class LogReplay {
  /** What the log calls the resolved trial file. */
  public static final String TRIAL = "trial";

  /** What the log calls the text of the policy file. */
  public static final String POLICY = "policy";

  private LogReplay() {}

  /**
   * The trial that a log was made with.
   *
   * @throws UserException if the file is no log of a run
   */
  public static TrialSettings trial(Path log) {
    return read(
        text(log, TRIAL).orElseThrow(() -> noTrial(log)),
        "trial",
        ".yaml",
        file -> {
          return ConfigReader.read(file, TrialSettings.class, List.of());
        });
  }

  /** The policy that a log was made with; empty if it was the trial's own. */
  public static Optional<PolicyFile> policy(Path log) {
    return text(log, POLICY).map(text -> read(text, "policy", ".json", PolicyFile::read));
  }

  private static UserException noTrial(Path log) {
    return new UserException(
        log + " does not say which trial it is of; name its trial file behind it");
  }

  private static Optional<String> text(Path log, String key) {
    try (LoggedTicks ticks = new LoggedTicks(log)) {
      return Optional.ofNullable(ticks.run().get(key));
    } catch (IOException e) {
      throw unreadable(log, e);
    }
  }

  private static UserException unreadable(Path log, IOException problem) {
    if (problem instanceof NoSuchFileException) {
      return new UserException(log + " does not exist; name the log of a run");
    }
    if (Files.isDirectory(log)) {
      return new UserException(log + " is a folder; name the log in it, such as ticks.mcap");
    }
    return new UserException(
        problem instanceof McapFormatException
            ? String.valueOf(problem.getMessage())
            : log + " cannot be read: " + problem.getMessage());
  }

  private interface Reader<T> {
    T read(Path file);
  }

  /** Readers want files: so it is one for a moment. */
  private static <T> T read(String text, String name, String end, Reader<T> reader) {
    try {
      Path file = Files.createTempFile("ophiura-" + name, end);
      try {
        return reader.read(Files.writeString(file, text));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UserException("the temporary folder must be writable: " + e.getMessage());
    }
  }

  /**
   * Shows the log to the controller of a trial.
   *
   * @param policy makes its choices; empty leaves it as it is
   * @param listener hears of every tick
   * @throws UserException if the log cannot be read or is of another robot
   */
  public static Replay.Outcome run(
      Path log, Trial trial, Optional<Policy> policy, Replay.Listener listener) {
    try (LoggedTicks ticks = new LoggedTicks(log);
        Rig rig = trial.newRig()) {
      ticks.content().checkFits(trial.layout());
      policy.ifPresent(chosen -> use(rig.decider().orElseThrow(), chosen));
      return Replay.run(
          ticks,
          rig.controller(),
          episode -> EpisodeKind.EVALUATION.choice(trial.streams(), episode),
          listener);
    } catch (IOException e) {
      throw unreadable(log, e);
    }
  }

  private static void use(DecidingController controller, Policy policy) {
    controller.usePolicies(Collections.nCopies(controller.agentCount(), policy));
  }

  /** What is known of the run of a log since its start. */
  public static Map<String, String> about(Path log) {
    try (LoggedTicks ticks = new LoggedTicks(log)) {
      return ticks.run();
    } catch (IOException e) {
      throw unreadable(log, e);
    }
  }
}
