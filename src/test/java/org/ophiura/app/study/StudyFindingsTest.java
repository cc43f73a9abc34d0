package org.ophiura.app.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ophiura.app.study.MadeUp.diverged;
import static org.ophiura.app.study.MadeUp.missed;
import static org.ophiura.app.study.MadeUp.reached;
import static org.ophiura.app.study.MadeUp.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ophiura.app.statistics.Interval;
import org.ophiura.app.statistics.Proportion;

final class StudyFindingsTest {
  private static final double ROUNDING = 1e-12;

  /** Runs in the order of a plan: seed 1 of each trial, then seed 2, … */
  private static StudyFindings compare(SeedRun... runs) {
    int seeds = (int) runs[runs.length - 1].seed();
    String[] labels = runs.length / seeds == 2 ? new String[] {"a", "b"} : new String[] {"a"};
    return StudyFindings.of(MadeUp.plan(StudyKind.COMPARE, seeds, labels), List.of(runs));
  }

  @Test
  void successIsOverAllEpisodesTimeOverThoseThatReachedReturnOverThoseThatDidNotFail() {
    TrialFindings found =
        compare(
                run(1, reached(0, 4, 1), missed(1, 0.5), diverged(2)),
                run(2, reached(0, 8, 1), reached(1, 6, 1), missed(2, 0.5)))
            .trials()
            .get(0);
    assertEquals(6, found.episodes());
    assertEquals(3, found.reached());
    assertEquals(Proportion.wilson(3, 6), found.success());
    assertEquals(3, found.time().episodes());
    // The middle 1.5 of 4, 6 and 8.
    assertEquals((0.25 * 4 + 6 + 0.25 * 8) / 1.5, found.time().estimate().value(), ROUNDING);
    assertEquals(5, found.totalReturn().episodes());
    // The middle 2.5 of 0.5, 0.5, 1, 1, 1.
    assertEquals(
        (0.75 * 0.5 + 1 + 0.75 * 1) / 2.5, found.totalReturn().estimate().value(), ROUNDING);
    assertEquals(1, found.failedEpisodes());
    assertEquals(
        List.of("a, seed 1, evaluation episode 2: DIVERGED"),
        Failure.of(found).stream().map(Failure::inWords).toList());
  }

  @Test
  void whatWasNeverReachedHasNoTime() {
    TrialFindings found = compare(run(1, missed(0, 0)), run(2, missed(0, 0))).trials().get(0);
    assertFalse(found.time().estimate().isKnown());
    assertEquals(0, found.time().seeds());
    assertTrue(
        StudyText.of(compare(run(1, missed(0, 0)), run(2, missed(0, 0)))).stream()
            .anyMatch(line -> line.matches("    a +0 +-  -")));
  }

  @Test
  void aRunThatCouldNotBeRunReachedNothing() {
    SeedRun broken = SeedRun.failed(1, MadeUp.trial("a").settings(), "java.lang.Error: why");
    TrialFindings found = compare(broken).trials().get(0);
    assertEquals(5, found.episodes());
    assertEquals(0, found.reached());
    assertEquals(0, found.totalReturn().episodes());
    assertEquals(
        List.of("a, seed 1, the whole run: java.lang.Error: why"),
        Failure.of(found).stream().map(Failure::inWords).toList());
  }

  @Test
  void timeIsComparedOverTheTargetsThatBothReached() {
    PairedFindings pair =
        compare(
                run(1, reached(0, 4, 1), reached(1, 10, 1)),
                run(1, reached(0, 3, 1), missed(1, 0)),
                run(2, reached(0, 6, 1), missed(1, 0)),
                run(2, reached(0, 5, 1), reached(1, 2, 1)))
            .differences()
            .get(0);
    assertEquals(2, pair.time().episodes());
    assertEquals(2, pair.time().seeds());
    assertEquals(-1, pair.time().estimate().value(), ROUNDING);
    assertEquals(0, pair.success().estimate().value(), ROUNDING);
    assertEquals(4, pair.success().episodes());
  }

  @Test
  void pairsOfWhichOneFailedAreLeftOutOfTheReturn() {
    PairedFindings pair =
        compare(
                run(1, diverged(0), missed(1, 1)),
                run(1, missed(0, 5), missed(1, 2)),
                run(2, missed(0, 1), missed(1, 1)),
                run(2, missed(0, 2), diverged(1)))
            .differences()
            .get(0);
    assertEquals(2, pair.totalReturn().episodes());
    assertEquals(1, pair.totalReturn().estimate().value(), ROUNDING);
  }

  /** Both reach targets of which some seeds have harder ones; b is better by a fifth. */
  private static StudyFindings better(int seeds) {
    Random random = new Random(11);
    List<SeedRun> runs = new ArrayList<>();
    for (int seed = 1; seed <= seeds; seed++) {
      var first = new ArrayList<org.ophiura.app.trial.EpisodeResult>();
      var second = new ArrayList<org.ophiura.app.trial.EpisodeResult>();
      for (int episode = 0; episode < 20; episode++) {
        double hard = random.nextDouble();
        first.add(hard < 0.5 ? reached(episode, 5 + hard, 1) : missed(episode, 0.3));
        second.add(hard < 0.7 ? reached(episode, 5 + hard, 1) : missed(episode, 0.3));
      }
      runs.add(run(seed, first.toArray(new org.ophiura.app.trial.EpisodeResult[0])));
      runs.add(run(seed, second.toArray(new org.ophiura.app.trial.EpisodeResult[0])));
    }
    return compare(runs.toArray(new SeedRun[0]));
  }

  @Test
  void aDifferenceThatIsSureIsSaidInAPlainSentence() {
    PairedFindings pair = better(12).differences().get(0);
    List<String> sentences = new Verdict(pair).sentences();
    Interval interval = pair.success().estimate().interval().orElseThrow();
    assertTrue(interval.contains(0.2), "" + interval);
    assertEquals(
        "b reaches more targets: by "
            + Numbers.plain(pair.success().estimate().value(), 3)
            + " "
            + Numbers.interval(interval, 3),
        sentences.get(0));
    assertEquals(
        "time to target: the same with every seed (over the "
            + pair.time().episodes()
            + " targets that both reached)",
        sentences.get(1));
  }

  @Test
  void ofFewSeedsNothingIsSaidForSure() {
    String sentence = new Verdict(better(5).differences().get(0)).sentences().get(0);
    assertTrue(
        sentence.startsWith("success: no difference can be told from as few as 5 seeds: +0."),
        sentence);
    sentence = new Verdict(better(1).differences().get(0)).sentences().get(0);
    assertTrue(
        sentence.startsWith("success: no difference can be told from as few as 1 seed: +0."),
        sentence);
  }

  @Test
  void aDifferenceThatMayBeChanceIsCalledSo() {
    List<SeedRun> runs = new ArrayList<>();
    for (int seed = 1; seed <= 8; seed++) {
      boolean odd = seed % 2 == 1;
      runs.add(run(seed, odd ? reached(0, 3, 1) : missed(0, 0)));
      runs.add(run(seed, odd ? missed(0, 0) : reached(0, 3, 1)));
    }
    List<String> sentences =
        new Verdict(compare(runs.toArray(new SeedRun[0])).differences().get(0)).sentences();
    assertTrue(
        sentences.get(0).startsWith("success: no difference can be told with 8 seeds: +0.000 [-"),
        sentences.get(0));
    assertEquals("time to target: there is no target that both reached", sentences.get(1));
  }

  @Test
  void trialsOfOtherTasksAreWarnedOf() {
    StudyPlan plan =
        new StudyPlan(
            StudyKind.COMPARE,
            List.of(),
            List.of(
                MadeUp.trial("a"), MadeUp.trial("b", "task.time-limit=3", "evaluation.episodes=4")),
            1,
            1,
            MadeUp.VERSIONS);
    List<String> warnings =
        StudyFindings.of(plan, List.of(run(1, missed(0, 0)), run(1, missed(0, 0)))).warnings();
    assertEquals(2, warnings.size());
    assertTrue(warnings.get(0).startsWith("a and b have different tasks: "), warnings.get(0));
    assertTrue(
        warnings.get(1).startsWith("a and b have 5 and 4 evaluation episodes: "), warnings.get(1));
    assertEquals(List.of(), compare(run(1, missed(0, 0)), run(1, missed(0, 0))).warnings());
  }

  @Test
  void variantsAreRankedBySuccessThenByReturn() {
    StudyPlan plan = MadeUp.plan(StudyKind.SWEEP, 1, "low", "rich", "poor");
    StudyFindings found =
        StudyFindings.of(
            plan,
            List.of(
                run(1, missed(0, 9), missed(1, 9)),
                run(1, reached(0, 3, 2), missed(1, 2)),
                run(1, reached(0, 3, 1), missed(1, 1))));
    assertEquals(
        List.of("rich", "poor", "low"),
        found.ranked().stream().map(trial -> trial.trial().label()).toList());
    assertEquals(List.of(), found.differences());
  }

  @Test
  void aLearningCurveIsOverTheSeeds() {
    List<SeedRun> runs = new ArrayList<>();
    for (int seed = 1; seed <= 4; seed++) {
      runs.add(
          new SeedRun(
              seed,
              List.of(),
              List.of(missed(0, 0)),
              List.of(
                  new SeedRun.CurvePoint(10, 0.25 * seed, seed, 1),
                  new SeedRun.CurvePoint(20, 1, 2, 0)),
              Optional.empty()));
    }
    LearningCurve curve = compare(runs.toArray(new SeedRun[0])).curves().get(0);
    assertEquals(
        List.of(10, 20),
        curve.points().stream().map(LearningCurve.Point::trainingEpisodes).toList());
    LearningCurve.Point first = curve.points().get(0);
    assertEquals(4, first.seeds());
    assertEquals(4, first.failed());
    assertEquals(0.625, first.meanSuccess().value(), ROUNDING);
    assertEquals(0.625, first.middleSuccess().value(), ROUNDING);
    assertEquals(2.5, first.middleReturn().value(), ROUNDING);
    assertEquals(new Interval(1, 1), curve.points().get(1).meanSuccess().interval().orElseThrow());
  }

  @Test
  void linesFitEightyColumns() {
    String name = "n".repeat(70);
    StudyPlan plan = MadeUp.plan(StudyKind.COMPARE, 7, name + "1", name + "2");
    List<SeedRun> runs = new ArrayList<>();
    for (int seed = 1; seed <= 7; seed++) {
      for (int trial = 0; trial < 2; trial++) {
        runs.add(
            new SeedRun(
                seed,
                List.of(),
                List.of(reached(0, 1234.5, -1234.5), diverged(1)),
                List.of(new SeedRun.CurvePoint(10_000, 1, 0, 0)),
                Optional.empty()));
      }
    }
    List<String> lines = StudyText.of(StudyFindings.of(plan, runs));
    assertTrue(lines.size() > 20);
    for (String line : lines) {
      assertTrue(line.length() <= 80 || !line.strip().contains(" "), line);
    }
    assertTrue(lines.stream().anyMatch(line -> line.endsWith("    and 2 more, see compare.json")));
  }
}
