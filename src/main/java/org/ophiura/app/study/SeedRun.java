package org.ophiura.app.study;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.ophiura.app.results.CsvFile;
import org.ophiura.app.results.UserException;
import org.ophiura.app.run.RunRecord;
import org.ophiura.app.trial.DecisionCount;
import org.ophiura.app.trial.EpisodeKind;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.app.trial.Experiment;
import org.ophiura.app.trial.TrainingEpisode;
import org.ophiura.sim.CycleStatus;

/**
 * What the run of one trial with one seed gave.
 *
 * @param seed the seed
 * @param training its training episodes
 * @param evaluation its evaluation episodes
 * @param curve the greedy policy judged while it was trained
 * @param failure why it could not be run; its evaluation episodes are then all missed
 */
public record SeedRun(
    long seed,
    List<EpisodeResult> training,
    List<EpisodeResult> evaluation,
    List<CurvePoint> curve,
    Optional<String> failure) {
  /** Keeps copies of the lists. */
  public SeedRun {
    training = List.copyOf(training);
    evaluation = List.copyOf(evaluation);
    curve = List.copyOf(curve);
  }

  /**
   * An evaluation of the greedy policy while it was trained.
   *
   * @param trainingEpisodes that it had seen
   * @param successRate share of the episodes that reached the aim; 0 where there is none
   * @param meanReturn NaN without episodes
   * @param failed episodes of it that diverged or ended by a fault
   */
  public record CurvePoint(
      int trainingEpisodes, double successRate, double meanReturn, int failed) {}

  /** Takes from a finished run what a study needs. */
  static SeedRun of(long seed, RunRecord run) {
    return new SeedRun(
        seed,
        run.training().stream().map(TrainingEpisode::result).map(SeedRun::light).toList(),
        run.evaluation().episodes().stream().map(SeedRun::light).toList(),
        curve(run.folder()),
        Optional.empty());
  }

  /** A run that could not be run: a controller that breaks reaches nothing. */
  static SeedRun failed(long seed, Experiment settings, String failure) {
    List<EpisodeResult> missed =
        Stream.iterate(0, number -> number + 1)
            .limit(settings.evaluationEpisodes())
            .map(
                number ->
                    new EpisodeResult(
                        EpisodeKind.EVALUATION,
                        number,
                        Double.NaN,
                        0,
                        0,
                        false,
                        CycleStatus.FAULT,
                        DecisionCount.NOTHING))
            .toList();
    return new SeedRun(seed, List.of(), missed, List.of(), Optional.of(failure));
  }

  /** Counts of states and actions are most of a result, and not needed here. */
  private static EpisodeResult light(EpisodeResult result) {
    return new EpisodeResult(
        result.kind(),
        result.episode(),
        result.totalReward(),
        result.steps(),
        result.seconds(),
        result.succeeded(),
        result.status(),
        DecisionCount.NOTHING);
  }

  private static List<CurvePoint> curve(Path run) {
    Path table = run.resolve("evaluations.csv");
    List<CurvePoint> points = new ArrayList<>();
    try (Reader text = Files.newBufferedReader(table);
        CSVParser rows =
            CsvFile.FORMAT.builder().setHeader().setSkipHeaderRecord(true).get().parse(text)) {
      for (CSVRecord row : rows) {
        points.add(
            new CurvePoint(
                Integer.parseInt(row.get("training_episodes")),
                number(row.get("success_rate"), 0),
                number(row.get("mean_return"), Double.NaN),
                Integer.parseInt(row.get("failed"))));
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new UserException(
          table + " is not as a run writes it (" + e.getMessage() + "); run the trial again");
    }
    return points;
  }

  private static double number(String cell, double ifEmpty) {
    return cell.isEmpty() ? ifEmpty : Double.parseDouble(cell);
  }

  /** Evaluation episodes that reached the aim. */
  public int reached() {
    return (int) evaluation.stream().filter(EpisodeResult::succeeded).count();
  }

  /** Share of the evaluation episodes that reached the aim; 0 without episodes. */
  public double successRate() {
    return evaluation.isEmpty() ? 0 : (double) reached() / evaluation.size();
  }

  /** Episodes of any kind that diverged or ended by a fault; all of them if the run failed. */
  public List<EpisodeResult> failedEpisodes() {
    return Stream.concat(training.stream(), evaluation.stream())
        .filter(episode -> episode.status() != CycleStatus.OK)
        .toList();
  }

  /** Control steps of the training. */
  public long trainingSteps() {
    return training.stream().mapToLong(EpisodeResult::steps).sum();
  }
}
