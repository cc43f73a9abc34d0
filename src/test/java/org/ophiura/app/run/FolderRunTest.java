package org.ophiura.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.problem.ProblemSettings;
import org.ophiura.app.problem.Problems;
import org.ophiura.app.results.UserException;
import org.ophiura.app.trial.TrialState;
import org.ophiura.sim.environment.EnvironmentException;

final class FolderRunTest {
  @TempDir private Path folder;

  /** As when the process of a Gymnasium environment crashes in the middle of a training. */
  @Test
  void runWhoseEnvironmentFailsIsKeptAndSaysHowToGoOn() {
    ProblemSettings settings = Problems.read("taxi-q-learning");
    try (RunFolder run =
        Experiments.newFolder(folder.resolve("run"), settings, "given", Map.of())) {
      UserException e =
          assertThrows(
              UserException.class,
              () ->
                  new FolderRun(run, settings)
                      .run(
                          checkpoints -> {
                            checkpoints.begun(() -> TrialState.BEGINNING);
                            throw new EnvironmentException("The game is gone");
                          },
                          outcome -> {},
                          outcome -> List.of()));
      assertEquals(
          "The game is gone. The run up to its last checkpoint is kept; mend that, then continue"
              + " with 'ophiura run --resume "
              + RunFolders.shown(run.working())
              + "'",
          e.getMessage());
    }
    assertTrue(Files.exists(folder.resolve("run.unfinished").resolve("checkpoint-1.bin")));
  }
}
