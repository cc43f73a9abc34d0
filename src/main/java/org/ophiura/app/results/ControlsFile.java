package org.ophiura.app.results;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.NearestName;
import org.ophiura.sim.RobotLayout;

/** Commands for an open-loop simulation: a column per actuator, a row per control step. */
public final class ControlsFile {
  private final List<double[]> rows;

  private ControlsFile(List<double[]> rows) {
    this.rows = rows;
  }

  /** Number of control steps. */
  public int steps() {
    return rows.size();
  }

  /** Copies the commands of a step, from 0, into {@code out}. */
  public void fill(int step, JointCommand out) {
    double[] row = rows.get(step);
    for (int i = 0; i < row.length; i++) {
      out.set(i, row[i]);
    }
  }

  /**
   * Reads a file and orders its columns as the robot's actuators.
   *
   * @throws UserException with file and line if a column is missing, unknown or given twice, or a
   *     cell is not a finite number
   */
  public static ControlsFile read(Path file, RobotLayout layout) {
    if (!Files.isRegularFile(file)) {
      throw new UserException(file + " does not exist or is not a file; name a CSV file");
    }
    try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser parser = CsvFile.FORMAT.parse(afterMark(text))) {
      List<double[]> rows = new ArrayList<>();
      int[] actuatorOfColumn = null;
      for (CSVRecord record : parser) {
        String place = file + ":" + parser.getCurrentLineNumber() + ": ";
        if (record.size() == 1 && record.get(0).isBlank() && layout.actuators().size() != 1) {
          continue;
        }
        if (actuatorOfColumn == null) {
          actuatorOfColumn = columns(place, record, layout);
        } else {
          rows.add(numbers(place, record, actuatorOfColumn, layout));
        }
      }
      if (actuatorOfColumn == null) {
        throw new UserException(
            file + " is empty; the first line must name the actuators, see 'ophiura model info'");
      }
      return new ControlsFile(rows);
    } catch (UncheckedIOException e) {
      throw unreadable(file, Objects.requireNonNullElse(e.getCause(), e));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Skips the mark that some programs put at the start of UTF-8 text. */
  private static Reader afterMark(BufferedReader text) throws IOException {
    text.mark(1);
    if (text.read() != '\uFEFF') {
      text.reset();
    }
    return text;
  }

  private static UserException unreadable(Path file, Throwable cause) {
    return new UserException(
        cause instanceof CharacterCodingException
            ? file + " must be UTF-8 text"
            : file + " cannot be read as CSV: " + cause.getMessage());
  }

  private static int[] columns(String place, CSVRecord header, RobotLayout layout) {
    List<String> names = layout.actuators().stream().map(ActuatorSpec::name).toList();
    int[] actuators = new int[header.size()];
    boolean[] given = new boolean[names.size()];
    for (int column = 0; column < actuators.length; column++) {
      String name = header.get(column).strip();
      int actuator = names.indexOf(name);
      if (actuator < 0) {
        throw new UserException(
            place
                + "column "
                + (column + 1)
                + " must name an actuator of "
                + layout.robot()
                + ", got '"
                + name
                + "'"
                + NearestName.suggestion(name, names));
      }
      if (given[actuator]) {
        throw new UserException(
            place + "the actuator '" + name + "' must stand once, got it twice");
      }
      given[actuator] = true;
      actuators[column] = actuator;
    }
    Set<String> named = Arrays.stream(actuators).mapToObj(names::get).collect(Collectors.toSet());
    List<String> missing = names.stream().filter(name -> !named.contains(name)).toList();
    if (!missing.isEmpty()) {
      throw new UserException(
          place
              + "the header must name every actuator, "
              + missing.size()
              + " are missing, the first is '"
              + missing.get(0)
              + "'");
    }
    return actuators;
  }

  private static double[] numbers(
      String place, CSVRecord record, int[] actuatorOfColumn, RobotLayout layout) {
    if (record.size() != actuatorOfColumn.length) {
      throw new UserException(
          place
              + "must have "
              + actuatorOfColumn.length
              + " values, one per actuator of the header, got "
              + record.size());
    }
    double[] row = new double[actuatorOfColumn.length];
    for (int column = 0; column < row.length; column++) {
      int actuator = actuatorOfColumn[column];
      row[actuator] = number(place, layout.actuators().get(actuator), record.get(column).strip());
    }
    return row;
  }

  private static double number(String place, ActuatorSpec actuator, String cell) {
    double value;
    try {
      value = Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      value = Double.NaN;
    }
    if (!Double.isFinite(value)) {
      throw new UserException(
          place
              + actuator.name()
              + " must be a finite number ("
              + actuator.unit()
              + "), got '"
              + cell
              + "'");
    }
    return value;
  }
}
