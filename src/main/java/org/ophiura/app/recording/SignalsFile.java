package org.ophiura.app.recording;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.ophiura.app.results.CsvFile;
import org.ophiura.app.results.UserException;

/**
 * {@code signals.csv} of a run: the leading arm and the pattern generator's signals in its recorded
 * episode, which no sensor shows. A number reads back to the same bits, so that a plot can be drawn
 * again as it was.
 */
public final class SignalsFile {
  /** Its name in a run's folder. */
  public static final String NAME = "signals.csv";

  private static final String TIME = "time";
  private static final String LEADER = "leading_arm";
  private static final String DISK = "disk_position[";
  private static final String TARGET = "target_position[";
  private static final String PHASE = "phase:";
  private static final String AMPLITUDE = "amplitude:";
  private static final String OUTPUT = "output:";
  private static final String JOINT_TARGET = "joint_target:";
  private static final String JOINT_POSITION = "joint_position:";

  private SignalsFile() {}

  /** Writes a file. */
  public static void write(Path file, Signals signals) {
    List<String> header = new ArrayList<>(List.of(TIME, LEADER));
    header.addAll(places(DISK, signals.disk()));
    header.addAll(places(TARGET, signals.target()));
    for (String prefix : List.of(PHASE, AMPLITUDE, OUTPUT)) {
      signals.oscillators().forEach(name -> header.add(prefix + name));
    }
    for (String prefix : List.of(JOINT_TARGET, JOINT_POSITION)) {
      signals.joints().forEach(name -> header.add(prefix + name));
    }
    CsvFile.write(
        file,
        header,
        table -> {
          for (int row = 0; row < signals.rows(); row++) {
            List<Object> cells = new ArrayList<>(header.size());
            cells.add(signals.seconds(row));
            cells.add((int) signals.leader().get(row, 0));
            for (Samples samples :
                List.of(
                    signals.disk(),
                    signals.target(),
                    signals.phases(),
                    signals.amplitudes(),
                    signals.outputs(),
                    signals.targets(),
                    signals.positions())) {
              for (int column = 0; column < samples.width(); column++) {
                float value = samples.get(row, column);
                cells.add(Float.isNaN(value) ? "" : value);
              }
            }
            table.add(cells);
          }
        });
  }

  private static List<String> places(String prefix, Samples samples) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < samples.width(); i++) {
      names.add(prefix + i + "]");
    }
    return names;
  }

  /**
   * Reads the file of a run.
   *
   * @return empty if the folder has none
   * @throws UserException if it is not what a run writes
   */
  public static Optional<Signals> find(Path folder) {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (Reader text = Files.newBufferedReader(file);
        CSVParser rows =
            CsvFile.FORMAT.builder().setHeader().setSkipHeaderRecord(true).get().parse(text)) {
      return Optional.of(read(rows));
    } catch (IOException | IllegalArgumentException e) {
      throw new UserException(
          file + " is not as a run writes it (" + e.getMessage() + "); run the trial again");
    }
  }

  private static Signals read(CSVParser rows) {
    List<String> header = rows.getHeaderNames();
    Columns leader = new Columns(header, LEADER);
    Columns disk = new Columns(header, DISK);
    Columns target = new Columns(header, TARGET);
    Columns phases = new Columns(header, PHASE);
    Columns amplitudes = new Columns(header, AMPLITUDE);
    Columns outputs = new Columns(header, OUTPUT);
    Columns targets = new Columns(header, JOINT_TARGET);
    Columns positions = new Columns(header, JOINT_POSITION);
    double period = 0;
    for (CSVRecord row : rows) {
      if (leader.samples.rows() == 1) {
        period = Double.parseDouble(row.get(TIME));
      }
      for (Columns columns :
          List.of(leader, disk, target, phases, amplitudes, outputs, targets, positions)) {
        columns.read(row);
      }
    }
    return new Signals(
        period,
        leader.samples,
        phases.names,
        phases.samples,
        amplitudes.samples,
        outputs.samples,
        targets.names,
        targets.samples,
        positions.samples,
        disk.samples,
        target.samples);
  }

  /** The columns of one kind. */
  private static final class Columns {
    private final List<Integer> places = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final Samples samples;

    Columns(List<String> header, String prefix) {
      for (int i = 0; i < header.size(); i++) {
        if (header.get(i).startsWith(prefix)) {
          places.add(i);
          names.add(header.get(i).substring(prefix.length()));
        }
      }
      samples = new Samples(places.size());
    }

    void read(CSVRecord row) {
      int start = samples.add();
      for (int i = 0; i < places.size(); i++) {
        String cell = row.get(places.get(i));
        samples.set(start + i, cell.isEmpty() ? Float.NaN : Float.parseFloat(cell));
      }
    }
  }
}
