package org.ophiura.app.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.Allocation;
import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.RobotLayout;

final class TrajectoryRecorderTest {
  private static final RobotLayout LAYOUT =
      new RobotLayout(
          "swimmer",
          List.of(),
          List.of(new ActuatorSpec("front", "f", -1, 1, "rad")),
          List.of(
              ObservationSpec.uniform("depth", 0, 1, 0, 1, "m"),
              ObservationSpec.uniform("place", 1, 2, 0, 9, "m")));

  @TempDir private Path folder;
  private int step;
  private final PlantState state =
      new PlantState() {
        @Override
        public double timeSeconds() {
          return step / 10.0;
        }

        @Override
        public double get(int index) {
          return step + index / 3.0;
        }
      };

  private List<String> record(TrajectoryRecorder recorder, int steps) throws IOException {
    JointCommand command = new JointCommand(LAYOUT);
    step = 0;
    recorder.began(state);
    for (step = 1; step <= steps; step++) {
      command.set(0, -step);
      recorder.stepped(state, command, step * 0.5);
    }
    Path file = folder.resolve("trajectory.csv");
    recorder.write(file);
    return Files.readAllLines(file);
  }

  @Test
  void everyStepIsARowWithTimeRewardObservationsAndCommands() throws IOException {
    TrajectoryRecorder recorder = new TrajectoryRecorder(LAYOUT, 2);
    assertTrue(recorder.isEmpty());
    assertEquals(
        List.of(
            "time,reward,depth,place[0],place[1],command:front",
            "0.0,0.0,0.0,0.3333333333333333,0.6666666666666666,",
            "0.1,0.5,1.0,1.3333333333333333,1.6666666666666665,-1.0",
            "0.2,1.0,2.0,2.3333333333333335,2.6666666666666665,-2.0"),
        record(recorder, 2));
  }

  @Test
  void theLatestEpisodeIsKept() throws IOException {
    TrajectoryRecorder recorder = new TrajectoryRecorder(LAYOUT, 3_000);
    record(recorder, 3_000);
    assertEquals(3, record(recorder, 1).size());
  }

  @Test
  void anEpisodeMayLastForAnyTime() throws IOException {
    List<String> rows = record(new TrajectoryRecorder(LAYOUT, Integer.MAX_VALUE), 5_000);
    assertEquals(5_002, rows.size());
    for (int row = 1; row <= 5_000; row++) {
      String[] cells = rows.get(row + 1).split(",", -1);
      assertEquals(row / 10.0, Double.parseDouble(cells[0]));
      assertEquals(row + 2 / 3.0, Double.parseDouble(cells[4]));
      assertEquals(-row, Double.parseDouble(cells[5]));
    }
  }

  @Test
  void recordingAllocatesNothing() {
    TrajectoryRecorder recorder = new TrajectoryRecorder(LAYOUT, 500);
    JointCommand command = new JointCommand(LAYOUT);
    assertEquals(
        0,
        Allocation.leastBytes(
            10,
            () -> {
              recorder.began(state);
              for (int i = 0; i < 500; i++) {
                recorder.stepped(state, command, 1);
              }
            }));
  }
}
