package org.ophiura.app.trial;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.ophiura.learning.Learner;
import org.ophiura.learning.Resumable;
import org.ophiura.sim.plugin.SettingException;

/** What a learner has learned, as it writes it itself. Immutable. */
public final class SavedLearner {
  private final byte[] bytes;

  private SavedLearner(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Wraps a copy of {@code bytes}. */
  public static SavedLearner of(byte[] bytes) {
    return new SavedLearner(bytes.clone());
  }

  /** Saves a learner; empty if it is not {@link Resumable}. */
  public static Optional<SavedLearner> of(Learner learner) {
    if (!(learner instanceof Resumable resumable)) {
      return Optional.empty();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      resumable.save(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(new SavedLearner(bytes.toByteArray()));
  }

  /** What the learner wrote. A copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * Makes {@code learner} what the saved one was.
   *
   * @throws SettingException if it was another kind of learner
   */
  void restore(Learner learner) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (!(learner instanceof Resumable resumable)) {
        throw new IOException("this learner cannot be saved");
      }
      resumable.load(in);
      if (in.read() >= 0) {
        throw new IOException("there is more in it than this learner reads");
      }
    } catch (IOException e) {
      String reason = e.getMessage() == null ? "it ends too early" : e.getMessage();
      throw new SettingException(
          "training.learner",
          "must be the learner of the checkpoint: " + reason + "; start the run again");
    }
  }
}
