package org.ophiura.app.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.RobotLayout;

final class ControlsFileTest {
  private static final RobotLayout LAYOUT =
      new RobotLayout(
          "swimmer",
          List.of(),
          List.of(
              new ActuatorSpec("front", "f", -1, 1, "rad"),
              new ActuatorSpec("back", "b", -1, 1, "N m")),
          List.of());

  @TempDir private Path folder;

  private ControlsFile read(String text) throws IOException {
    return ControlsFile.read(Files.writeString(folder.resolve("controls.csv"), text), LAYOUT);
  }

  private String refusal(String text) {
    return assertThrows(UserException.class, () -> read(text))
        .getMessage()
        .replace(folder.toString(), "FOLDER");
  }

  @Test
  void columnsGoToTheirActuatorsWhateverTheirOrder() throws IOException {
    for (String text :
        List.of(
            "front,back\n1,2\n3,4\n", "back,front\n2,1\n4,3\n", "back , front\r\n 2,1\r\n4, 3")) {
      ControlsFile controls = read(text);
      assertEquals(2, controls.steps());
      JointCommand command = new JointCommand(LAYOUT);
      controls.fill(1, command);
      assertEquals(3, command.get(0));
      assertEquals(4, command.get(1));
    }
  }

  @Test
  void numbersKeepAllTheirBits() throws IOException {
    JointCommand command = new JointCommand(LAYOUT);
    read("front,back\n0.1,4.9E-324\n").fill(0, command);
    assertEquals(0.1, command.get(0));
    assertEquals(Double.MIN_VALUE, command.get(1));
  }

  @Test
  void whatSpreadsheetsAddIsIgnored() throws IOException {
    assertEquals(1, read("\uFEFF\"front\",\"back\"\n\"1\",2\n\n").steps());
  }

  @Test
  void aHeaderAloneIsNoSteps() throws IOException {
    assertEquals(0, read("front,back\n").steps());
  }

  @Test
  void headersThatDoNotFit() {
    assertEquals(
        "FOLDER/controls.csv:1: column 2 must name an actuator of swimmer, got 'bakc'; did you"
            + " mean 'back'? Known: back, front",
        refusal("front,bakc\n"));
    assertEquals(
        "FOLDER/controls.csv:1: column 3 must name an actuator of swimmer, got ''; did you mean"
            + " 'back'? Known: back, front",
        refusal("front,back,\n"));
    assertEquals(
        "FOLDER/controls.csv:1: the header must name every actuator, 1 are missing, the first is"
            + " 'back'",
        refusal("front\n1\n"));
    assertEquals(
        "FOLDER/controls.csv:1: the actuator 'front' must stand once, got it twice",
        refusal("front,back,front\n"));
    assertEquals(
        "FOLDER/controls.csv is empty; the first line must name the actuators, see 'ophiura model"
            + " info'",
        refusal(""));
    assertEquals(
        "FOLDER/controls.csv:1: column 1 must name an actuator of swimmer, got '0.1'; did you mean"
            + " 'back'? Known: back, front",
        refusal("0.1,0.2\n"));
  }

  @Test
  void rowsThatDoNotFit() {
    assertEquals(
        "FOLDER/controls.csv:3: must have 2 values, one per actuator of the header, got 1",
        refusal("front,back\n1,2\n3\n"));
    assertEquals(
        "FOLDER/controls.csv:2: must have 2 values, one per actuator of the header, got 3",
        refusal("front,back\n1,2,3\n"));
  }

  @Test
  void cellsThatAreNotFiniteNumbers() {
    for (String cell : List.of("NaN", "nan", "Infinity", "-inf", "1e999", "", "x", "1,5")) {
      assertEquals(
          "FOLDER/controls.csv:3: back must be a finite number (N m), got '" + cell + "'",
          refusal("front,back\n1,2\n3,\"" + cell + "\"\n"));
    }
  }

  @Test
  void filesThatAreNotTables() throws IOException {
    Path file = folder.resolve("controls.csv");
    Files.write(file, "front,back\n1,é\n".getBytes(StandardCharsets.ISO_8859_1));
    UserException refusal =
        assertThrows(UserException.class, () -> ControlsFile.read(file, LAYOUT));
    assertEquals(file + " must be UTF-8 text", refusal.getMessage());
    assertEquals(
        "FOLDER/controls.csv cannot be read as CSV: (startline 2) EOF reached before encapsulated"
            + " token finished",
        refusal("front,back\n\"1,2\n"));
    Path missing = folder.resolve("missing.csv");
    assertEquals(
        missing + " does not exist or is not a file; name a CSV file",
        assertThrows(UserException.class, () -> ControlsFile.read(missing, LAYOUT)).getMessage());
    assertEquals(
        folder + " does not exist or is not a file; name a CSV file",
        assertThrows(UserException.class, () -> ControlsFile.read(folder, LAYOUT)).getMessage());
  }
}
