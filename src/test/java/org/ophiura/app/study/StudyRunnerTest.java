package org.ophiura.app.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.Results;
import org.ophiura.app.Trials;
import org.ophiura.app.results.UserException;
import org.ophiura.app.trial.Interruption;
import org.ophiura.app.trial.TrialSettings;
import org.ophiura.sim.Controller;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.ControllerPlugin;

final class StudyRunnerTest {
  @TempDir private Path folder;

  private static StudyPlan plan() {
    return new StudyPlan(
        StudyKind.COMPARE,
        List.of(),
        List.of(
            MadeUp.trial("learns"), MadeUp.trial("walks", "controller.policy.type=follow-target")),
        1,
        2,
        MadeUp.VERSIONS);
  }

  private Path finish(String name, StudyFolder opened, int threads) {
    try (StudyFolder study = opened) {
      List<SeedRun> runs =
          new StudyRunner(study, threads, new Interruption(), StudyProgress.SILENT)
              .run()
              .orElseThrow();
      new StudyFiles(StudyFindings.of(study.plan(), runs), study).write();
    }
    return folder.resolve(name);
  }

  private Path complete(String name, int threads) {
    return finish(name, StudyFolder.named(folder.resolve(name), plan()), threads);
  }

  @Test
  void threadsChangeNothing() {
    Map<String, String> one = Results.content(complete("one", 1));
    assertEquals(one, Results.content(complete("three", 3)));
    for (String file :
        List.of(
            "plan.json",
            "trials/walks.yaml",
            "compare.json",
            "episodes.csv",
            "summary.csv",
            "curves.csv",
            "runs/learns/2/policy.json")) {
      assertTrue(one.containsKey(file), file + " among " + one.keySet());
    }
  }

  @Test
  void howeverOftenItIsStoppedTheFilesAreTheSame() {
    Map<String, String> expected = Results.content(complete("whole", 1));
    Path stopped = folder.resolve("stopped");
    StudyFolder.named(stopped, plan()).close();
    for (int round = 0; round < 8; round++) {
      int threads = 1 + round % 2;
      try (StudyFolder study = StudyFolder.resume(stopped, StudyKind.COMPARE, MadeUp.VERSIONS)) {
        Interruption interruption = new Interruption();
        // Each round gets one step further: a run is begun, or another is finished.
        int patience = round % 2;
        StudyProgress stop =
            new StudyProgress() {
              private int ended;

              @Override
              public void started(StudyPlan.Job job) {
                if (ended >= patience) {
                  interruption.request();
                }
              }

              @Override
              public void finished(StudyPlan.Job job, SeedRun run, boolean before) {
                ended += before ? 0 : 1;
              }
            };
        new StudyRunner(study, threads, interruption, stop).run();
      }
    }
    finish("stopped", StudyFolder.resume(stopped, StudyKind.COMPARE, MadeUp.VERSIONS), 2);
    assertEquals(expected, Results.content(stopped));
  }

  @Test
  void whatWasFinishedIsReadAndNotRunAgain() throws IOException {
    Path study = complete("study", 1);
    Map<String, String> expected = Results.content(study);
    Path trajectory = study.resolve("runs/walks/2/trajectory.csv");
    Files.delete(trajectory);
    finish("study", StudyFolder.resume(study, StudyKind.COMPARE, MadeUp.VERSIONS), 1);
    assertFalse(Files.exists(trajectory), "run again");
    Map<String, String> now = Results.content(study);
    assertEquals(expected.get("compare.json"), now.get("compare.json"));
    assertEquals(expected.get("episodes.csv"), now.get("episodes.csv"));
  }

  @Test
  void aControllerThatBreaksIsNamedAndTheOthersRun() {
    TrialSettings walks = Trials.small("controller.policy.type=follow-target");
    TrialSettings broken =
        new TrialSettings(
            "broken",
            1,
            walks.plant(),
            walks.task(),
            Optional.of(new Choice<>(new BrokenPlugin(), new BrokenPlugin.Nothing())),
            List.of(),
            Optional.empty(),
            walks.evaluation());
    StudyPlan plan =
        new StudyPlan(
            StudyKind.COMPARE,
            List.of(),
            List.of(
                new StudyTrial("walks", List.of(), walks),
                new StudyTrial("broken", List.of(), broken)),
            1,
            2,
            MadeUp.VERSIONS);
    try (StudyFolder study = StudyFolder.named(folder.resolve("study"), plan)) {
      List<SeedRun> runs =
          new StudyRunner(study, 2, new Interruption(), StudyProgress.SILENT).run().orElseThrow();
      StudyFindings found = StudyFindings.of(plan, runs);
      assertEquals(
          List.of(
              "broken, seed 1, the whole run: java.lang.IllegalStateException: it broke",
              "broken, seed 2, the whole run: java.lang.IllegalStateException: it broke"),
          Failure.of(found.trials().get(1)).stream().map(Failure::inWords).toList());
      assertEquals(10, found.trials().get(1).episodes());
      assertTrue(found.trials().get(0).reached() > 0);
      new StudyFiles(found, study).write();
    }
    Map<String, String> files = Results.content(folder.resolve("study"));
    assertTrue(
        files.get("episodes.csv").contains("broken,2,evaluation,4,0,0.0,,NOT_RUN\n"),
        files.get("episodes.csv"));
  }

  @Test
  void aFolderThatCannotBeWrittenStopsAllRuns() throws IOException {
    try (StudyFolder study = StudyFolder.named(folder.resolve("study"), plan())) {
      Files.writeString(folder.resolve("study/runs"), "in the way");
      StudyRunner runner = new StudyRunner(study, 2, new Interruption(), StudyProgress.SILENT);
      UserException problem = assertThrows(UserException.class, runner::run);
      assertTrue(problem.getMessage().contains("/study/runs is not a folder"), "" + problem);
    }
  }

  /** A controller that breaks at its first step. */
  static final class BrokenPlugin implements ControllerPlugin<BrokenPlugin.Nothing> {
    /** No settings. */
    public record Nothing() {}

    @Override
    public String id() {
      return "broken";
    }

    @Override
    public String summary() {
      return "Breaks.";
    }

    @Override
    public Class<Nothing> settings() {
      return Nothing.class;
    }

    @Override
    public Controller create(Nothing settings, RobotLayout layout, double controlPeriodSeconds) {
      return new Controller() {
        @Override
        public void reset(PlantState initial, java.util.random.RandomGenerator random) {}

        @Override
        public void update(PlantState state, double periodSeconds, JointCommand out) {
          throw new IllegalStateException("it broke");
        }
      };
    }
  }
}
