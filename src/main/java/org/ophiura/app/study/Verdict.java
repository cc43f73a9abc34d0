package org.ophiura.app.study;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ophiura.app.statistics.Interval;

/** Says a difference in one plain sentence, no surer than the interval is. */
public final class Verdict {
  /**
   * With fewer seeds, chance alone makes all of them agree in more than one case of twenty: 2 of
   * 2^5 = 0.0625.
   */
  static final int LEAST_SEEDS = 6;

  private final PairedFindings pair;

  /** Speaks of a pair. */
  public Verdict(PairedFindings pair) {
    this.pair = pair;
  }

  /** One sentence each about success, time and return. */
  public List<String> sentences() {
    String reached =
        " (over the "
            + pair.time().episodes()
            + (pair.time().episodes() == 1 ? " target" : " targets")
            + " that both reached)";
    return List.of(
        sentence(pair.success(), "reaches more targets", "reaches fewer targets", "success", "", 3),
        pair.time().episodes() == 0
            ? "time to target: there is no target that both reached"
            : sentence(pair.time(), "takes longer", "is faster", "time to target", " s", 2)
                + reached,
        pair.totalReturn().episodes() == 0
            ? "return: there is no pair of episodes of which neither failed"
            : sentence(
                pair.totalReturn(), "has a higher return", "has a lower return", "return", "", 3));
  }

  private String sentence(
      Figure difference, String more, String less, String figure, String unit, int decimals) {
    double value = difference.estimate().value();
    Optional<Interval> interval = difference.estimate().interval();
    if (interval.filter(known -> known.low() == 0 && known.high() == 0).isPresent()) {
      return figure + ": the same with every seed";
    }
    boolean enough = difference.seeds() >= LEAST_SEEDS && interval.isPresent();
    if (!enough || interval.get().contains(0)) {
      String seeds = difference.seeds() + (difference.seeds() == 1 ? " seed" : " seeds");
      return figure
          + ": no difference can be told "
          + (enough ? "with " : "from as few as ")
          + seeds
          + ": "
          + signed(value, decimals)
          + unit
          + interval.map(known -> " " + Numbers.interval(known, decimals)).orElse("");
    }
    boolean up = value > 0;
    return pair.trial().label()
        + " "
        + (up ? more : less)
        + ": by "
        + Numbers.plain(Math.abs(value), decimals)
        + unit
        + " "
        + Numbers.interval(up ? interval.get() : interval.get().negated(), decimals);
  }

  private static String signed(double value, int decimals) {
    return String.format(Locale.ROOT, "%+." + decimals + "f", value);
  }
}
