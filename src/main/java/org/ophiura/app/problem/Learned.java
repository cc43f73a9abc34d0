package org.ophiura.app.problem;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ophiura.app.trial.SavedLearner;
import org.ophiura.learning.method.Method;
import org.ophiura.sim.plugin.SettingException;

/** A method with what goes on around its training, all of which a checkpoint keeps. */
final class Learned {
  private final Method method;
  private int iterations;
  private int inARow;
  private boolean stopped;
  private double bestMean = Double.NEGATIVE_INFINITY;
  private Optional<byte[]> best = Optional.empty();
  private final Map<String, Double> figures = new TreeMap<>();

  Learned(Method method) {
    this.method = method;
  }

  Method method() {
    return method;
  }

  int iterations() {
    return iterations;
  }

  void countIteration() {
    iterations++;
  }

  boolean stopped() {
    return stopped;
  }

  /** Hears what an evaluation on the way has given. */
  void judged(double mean, ProblemTrainingSettings settings) {
    if (settings.keepBest() && mean >= bestMean) {
      bestMean = mean;
      best = Optional.of(Problem.policyOf(method));
    }
    inARow = settings.stopAt().isPresent() && mean >= settings.stopAt().get() ? inARow + 1 : 0;
    stopped = inARow >= settings.stopAfter();
  }

  void figure(String name, double value) {
    figures.put(name, value);
  }

  Map<String, Double> figures() {
    return figures;
  }

  /** The best policy where that is kept, else the last. */
  byte[] policy() {
    return best.orElseGet(() -> Problem.policyOf(method));
  }

  SavedLearner save() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(iterations);
      out.writeInt(inARow);
      out.writeBoolean(stopped);
      out.writeDouble(bestMean);
      out.writeBoolean(best.isPresent());
      if (best.isPresent()) {
        out.writeInt(best.get().length);
        out.write(best.get());
      }
      out.writeInt(figures.size());
      for (Map.Entry<String, Double> figure : figures.entrySet()) {
        out.writeUTF(figure.getKey());
        out.writeDouble(figure.getValue());
      }
      method.save(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return SavedLearner.of(bytes.toByteArray());
  }

  void restore(SavedLearner saved) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(saved.bytes()))) {
      iterations = in.readInt();
      inARow = in.readInt();
      stopped = in.readBoolean();
      bestMean = in.readDouble();
      best = in.readBoolean() ? Optional.of(in.readNBytes(in.readInt())) : Optional.empty();
      for (int left = in.readInt(); left > 0; left--) {
        figures.put(in.readUTF(), in.readDouble());
      }
      method.load(in);
    } catch (IOException e) {
      throw new SettingException(
          "method", "must be the method of the checkpoint: " + e.getMessage() + "; start again");
    }
  }
}
