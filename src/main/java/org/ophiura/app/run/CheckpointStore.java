package org.ophiura.app.run;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.ophiura.app.results.UserException;
import org.ophiura.app.trial.Checkpoints;
import org.ophiura.app.trial.TrialState;

/**
 * Keeps the state of a trial in two files that are written by turns, so that the last but one is
 * there whatever becomes of the last.
 */
final class CheckpointStore implements Checkpoints {
  private static final String TEMPORARY = "checkpoint" + RunFolder.TEMPORARY;

  /** Keeping takes at most one part in so many of the time of a run. */
  private static final int COST = 20;

  private final Path folder;
  private final String trial;
  private final LongSupplier nanoClock;
  private final long intervalNanos;
  private final Runnable saved;
  private final Optional<TrialState> start;
  private long number;
  private long nextNanos;

  private CheckpointStore(
      Path folder,
      String trial,
      LongSupplier nanoClock,
      long intervalNanos,
      Runnable saved,
      Optional<TrialState> start,
      long number) {
    this.folder = folder;
    this.trial = trial;
    this.nanoClock = nanoClock;
    this.intervalNanos = intervalNanos;
    this.saved = saved;
    this.start = start;
    this.number = number;
    nextNanos = nanoClock.getAsLong() + intervalNanos;
  }

  /**
   * Opens the checkpoints of a folder.
   *
   * @param trial all settings as text: a checkpoint of others is refused
   * @param nanoClock tells the time
   * @param intervalNanos time between two checkpoints, at least; 0 keeps every state
   * @param saved hears of each checkpoint that is written
   * @throws UserException if there are checkpoints but none is whole, or it is of other settings
   */
  static CheckpointStore open(
      Path folder, String trial, LongSupplier nanoClock, long intervalNanos, Runnable saved) {
    Optional<CheckpointFile> newest = newest(folder);
    return new CheckpointStore(
        folder,
        trial,
        nanoClock,
        intervalNanos,
        saved,
        newest.map(file -> state(folder, file, trial)),
        newest.map(CheckpointFile::number).orElse(0L));
  }

  private static Optional<CheckpointFile> newest(Path folder) {
    Optional<CheckpointFile> newest = Optional.empty();
    boolean some = false;
    for (String name : RunFolder.CHECKPOINT_FILES) {
      Path path = folder.resolve(name);
      if (Files.exists(path)) {
        some = true;
        try {
          Optional<CheckpointFile> file = CheckpointFile.read(path);
          if (file.isPresent()
              && (newest.isEmpty() || file.get().number() > newest.get().number())) {
            newest = file;
          }
        } catch (IOException e) {
          throw new UserException(path + " cannot be read: " + e.getMessage());
        }
      }
    }
    if (some && newest.isEmpty()) {
      throw new UserException(
          folder
              + " cannot be continued: no checkpoint in it is whole. Its trial.yaml remains; start"
              + " it again with 'ophiura run "
              + folder.resolve("trial.yaml")
              + "'");
    }
    return newest;
  }

  private static TrialState state(Path folder, CheckpointFile file, String trial) {
    try (DataInputStream in = file.stream()) {
      byte[] settings = in.readNBytes(in.readInt());
      if (!new String(settings, StandardCharsets.UTF_8).equals(trial)) {
        throw new UserException(
            folder
                + " cannot be continued: its trial.yaml is not what it was at the checkpoint; put it"
                + " back, or start again with 'ophiura run "
                + folder.resolve("trial.yaml")
                + "'");
      }
      return TrialStateFormat.read(in);
    } catch (IOException | RuntimeException e) {
      if (e instanceof UserException told) {
        throw told;
      }
      throw new UserException(
          folder + " cannot be continued: its checkpoint is of another version (" + e + ")");
    }
  }

  @Override
  public Optional<TrialState> start() {
    return start;
  }

  /** Whether nothing was ever kept. */
  boolean isEmpty() {
    return number == 0;
  }

  @Override
  public void begun(Supplier<TrialState> state) {
    if (number == 0) {
      save(state.get());
    }
  }

  @Override
  public void reached(Supplier<TrialState> state) {
    if (nanoClock.getAsLong() - nextNanos >= 0) {
      save(state.get());
    }
  }

  @Override
  public void phaseEnded(Supplier<TrialState> state) {
    save(state.get());
  }

  private void save(TrialState state) {
    long began = nanoClock.getAsLong();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Path file =
        folder.resolve(
            RunFolder.CHECKPOINT_FILES.get((int) (number % RunFolder.CHECKPOINT_FILES.size())));
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      byte[] settings = trial.getBytes(StandardCharsets.UTF_8);
      out.writeInt(settings.length);
      out.write(settings);
      TrialStateFormat.write(state, out);
      new CheckpointFile(number + 1, ByteBuffer.wrap(bytes.toByteArray()))
          .write(file, folder.resolve(TEMPORARY));
    } catch (IOException e) {
      throw new UserException(file + " cannot be written: " + e.getMessage());
    }
    number++;
    saved.run();
    long ended = nanoClock.getAsLong();
    nextNanos = ended + Math.max(intervalNanos, intervalNanos == 0 ? 0 : COST * (ended - began));
  }
}
