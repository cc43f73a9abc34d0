package org.ophiura.app.study;

import java.util.List;
import java.util.Locale;
import org.ophiura.app.statistics.Estimate;
import org.ophiura.app.statistics.Interval;

/** Says a difference in one plain sentence, no surer than the interval is. */
final class Verdict {
  /**
   * With fewer seeds, chance alone makes all of them agree in more than one case of twenty: 2 of
   * 2^5 = 0.0625.
   */
  static final int LEAST_SEEDS = 6;

  private final PairedFindings pair;
  private final int seeds;

  Verdict(PairedFindings pair, int seeds) {
    this.pair = pair;
    this.seeds = seeds;
  }

  /** One sentence each about success, time and return. */
  List<String> sentences() {
    return List.of(success(), time(), totalReturn());
  }

  String success() {
    return sentence(
        pair.success(), "reaches more targets", "reaches fewer targets", "success", "", 3);
  }

  String time() {
    String over = " (" + pair.timePairs() + " targets that both reached)";
    return pair.timePairs() == 0
        ? "time to target: there is no target that both reached"
        : sentence(pair.time(), "takes longer", "is faster", "time to target", " s", 2) + over;
  }

  String totalReturn() {
    return pair.returnPairs() == 0
        ? "return: there is no pair of episodes that did not fail"
        : sentence(
            pair.totalReturn(), "has a higher return", "has a lower return", "return", "", 3);
  }

  private String sentence(
      Estimate difference, String more, String less, String figure, String unit, int decimals) {
    if (difference.interval().isEmpty()) {
      String reason = seeds < 2 ? "one seed" : "so few seeds with such episodes";
      return figure
          + ": differs by "
          + signed(difference.value(), decimals)
          + unit
          + "; "
          + reason
          + " cannot tell whether by chance";
    }
    Interval interval = difference.interval().get();
    if (difference.value() == 0 && interval.low() == 0 && interval.high() == 0) {
      return figure + ": the same with every seed";
    }
    if (seeds < LEAST_SEEDS || interval.contains(0)) {
      return figure
          + ": no difference can be told "
          + (seeds < LEAST_SEEDS
              ? "from fewer than " + LEAST_SEEDS + " seeds"
              : "with " + seeds + " seeds")
          + ": "
          + signed(difference.value(), decimals)
          + unit
          + " "
          + Numbers.interval(interval, decimals);
    }
    boolean up = difference.value() > 0;
    return pair.trial().label()
        + " "
        + (up ? more : less)
        + ": by "
        + Numbers.plain(Math.abs(difference.value()), decimals)
        + unit
        + " "
        + Numbers.interval(up ? interval : interval.negated(), decimals);
  }

  private static String signed(double value, int decimals) {
    return String.format(Locale.ROOT, "%+." + decimals + "f", value);
  }
}
