package org.ophiura.app.run;

import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ophiura.app.trial.DecisionCount;
import org.ophiura.app.trial.EpisodeKind;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.app.trial.Evaluation;
import org.ophiura.app.trial.SavedLearner;
import org.ophiura.app.trial.TrainingEpisode;
import org.ophiura.app.trial.TrialState;
import org.ophiura.sim.CycleStatus;

/** Writes a {@link TrialState} as bytes and reads it back to the same bits. */
final class TrialStateFormat {
  private TrialStateFormat() {}

  static void write(TrialState state, DataOutput out) throws IOException {
    out.writeDouble(state.trainingSeconds());
    out.writeDouble(state.evaluationSeconds());
    out.writeInt(state.training().size());
    for (TrainingEpisode episode : state.training()) {
      write(episode.result(), out);
      writeBits(episode.epsilon(), out);
      writeBits(episode.meanValue(), out);
      writeBits(episode.loss(), out);
    }
    out.writeInt(state.validations().size());
    for (Evaluation validation : state.validations()) {
      out.writeInt(validation.afterTrainingEpisodes());
      write(validation.episodes(), out);
    }
    out.writeBoolean(state.learner().isPresent());
    if (state.learner().isPresent()) {
      byte[] learner = state.learner().get().bytes();
      out.writeInt(learner.length);
      out.write(learner);
    }
    write(state.evaluation(), out);
  }

  static TrialState read(DataInputStream in) throws IOException {
    double trainingSeconds = in.readDouble();
    double evaluationSeconds = in.readDouble();
    List<TrainingEpisode> training = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      training.add(
          new TrainingEpisode(episode(in), in.readDouble(), in.readDouble(), in.readDouble()));
    }
    List<Evaluation> validations = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      validations.add(new Evaluation(in.readInt(), episodes(in)));
    }
    Optional<SavedLearner> learner =
        in.readBoolean()
            ? Optional.of(SavedLearner.of(in.readNBytes(in.readInt())))
            : Optional.empty();
    return new TrialState(
        training, validations, learner, episodes(in), trainingSeconds, evaluationSeconds);
  }

  private static void write(List<EpisodeResult> episodes, DataOutput out) throws IOException {
    out.writeInt(episodes.size());
    for (EpisodeResult episode : episodes) {
      write(episode, out);
    }
  }

  private static List<EpisodeResult> episodes(DataInput in) throws IOException {
    List<EpisodeResult> episodes = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      episodes.add(episode(in));
    }
    return episodes;
  }

  private static void write(EpisodeResult episode, DataOutput out) throws IOException {
    out.writeUTF(episode.kind().name());
    out.writeInt(episode.episode());
    writeBits(episode.totalReward(), out);
    out.writeInt(episode.steps());
    writeBits(episode.seconds(), out);
    out.writeBoolean(episode.succeeded());
    out.writeUTF(episode.status().name());
    write(episode.decisions().states(), out);
    write(episode.decisions().actions(), out);
  }

  private static EpisodeResult episode(DataInput in) throws IOException {
    return new EpisodeResult(
        EpisodeKind.valueOf(in.readUTF()),
        in.readInt(),
        in.readDouble(),
        in.readInt(),
        in.readDouble(),
        in.readBoolean(),
        CycleStatus.valueOf(in.readUTF()),
        DecisionCount.of(counts(in), counts(in)));
  }

  /** Counts are small: each in as many bytes as it needs, seven bits a byte, the lowest first. */
  private static void write(long[] counts, DataOutput out) throws IOException {
    out.writeInt(counts.length);
    for (long count : counts) {
      long left = count;
      while (left > 0x7F) {
        out.writeByte((int) ((left & 0x7F) | 0x80));
        left >>>= 7;
      }
      out.writeByte((int) left);
    }
  }

  private static long[] counts(DataInput in) throws IOException {
    long[] counts = new long[in.readInt()];
    for (int i = 0; i < counts.length; i++) {
      int shift = 0;
      long next;
      do {
        next = in.readByte();
        counts[i] |= (next & 0x7F) << shift;
        shift += 7;
      } while (next < 0);
    }
    return counts;
  }

  private static void writeBits(double value, DataOutput out) throws IOException {
    out.writeLong(Double.doubleToRawLongBits(value));
  }
}
