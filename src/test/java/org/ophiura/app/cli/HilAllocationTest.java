package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.config.ConfigReader;
import org.ophiura.app.hil.RobotRun;
import org.ophiura.app.hil.RobotRunOptions;
import org.ophiura.app.hil.RobotRunOutcome;
import org.ophiura.app.hil.RobotRunWatch;
import org.ophiura.app.trial.Interruption;
import org.ophiura.app.trial.Trial;
import org.ophiura.app.trial.TrialSettings;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.PlantState;

/** What the loop's thread allocates while a robot is driven, by all that a tick does. */
final class HilAllocationTest {
  private static final int WARM = 25;

  @TempDir private Path folder;

  /** Notes how much the loop's thread has allocated, tick by tick. */
  private static final class Count extends RobotRunWatch {
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final long[] bytes = new long[1000];
    private int ticks;

    @Override
    public void stepped(PlantState state, JointCommand command, double reward) {
      super.stepped(state, command, reward);
      bytes[ticks] = threads.getCurrentThreadAllocatedBytes();
      ticks++;
    }
  }

  @Test
  void aTickOfARobotAllocatesNothing() throws IOException {
    Count count = new Count();
    try (EmulatedStar star = new EmulatedStar(folder, List.of());
        Trial trial = Trial.open(ConfigReader.read(star.trial(), TrialSettings.class, List.of()))) {
      RobotRunOutcome outcome =
          new RobotRun(trial, Optional.empty(), new RobotRunOptions(1, 0, false, true, 1))
              .run(folder.resolve("ticks.mcap"), List.of(), new Interruption(), count);
      assertEquals(Optional.empty(), outcome.stop());
    }
    assertEquals(50, count.ticks);
    long[] each = new long[count.ticks - WARM];
    for (int i = 0; i < each.length; i++) {
      each[i] = count.bytes[WARM + i] - count.bytes[WARM + i - 1];
    }
    assertEquals(
        0, Arrays.stream(each).sum(), () -> "bytes in each tick: " + Arrays.toString(each));
  }
}
