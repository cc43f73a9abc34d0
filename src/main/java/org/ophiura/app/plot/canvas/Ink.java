package org.ophiura.app.plot.canvas;

import java.util.List;

/**
 * A colour.
 *
 * @param rgb as 0xRRGGBB
 * @param opacity in [0, 1]
 */
public record Ink(int rgb, double opacity) {
  /** Text and frames. */
  public static final Ink BLACK = new Ink(0x222222, 1);

  /** What is less important. */
  public static final Ink GREY = new Ink(0x767676, 1);

  /** Grid lines. */
  public static final Ink PALE = new Ink(0xE3E3E3, 1);

  /** The page. */
  public static final Ink WHITE = new Ink(0xFFFFFF, 1);

  /** Blue of Okabe and Ito. */
  public static final Ink BLUE = new Ink(0x0072B2, 1);

  /** Vermilion of Okabe and Ito. */
  public static final Ink VERMILION = new Ink(0xD55E00, 1);

  /** Those that people with any colour vision tell apart (Okabe and Ito 2008). */
  private static final List<Integer> SERIES =
      List.of(0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7, 0x56B4E9, 0xD55E00, 0x222222);

  /** Viridis (van der Walt and Smith 2015) at eleven equal steps. */
  private static final List<Integer> VIRIDIS =
      List.of(
          0x440154, 0x482475, 0x414487, 0x355F8D, 0x2A788E, 0x21918C, 0x22A884, 0x44BF70, 0x7AD151,
          0xBDDF26, 0xFDE725);

  /** The colour of a series, an arm or a trial; they repeat after seven. */
  public static Ink ofSeries(int index) {
    return index < 0 ? GREY : new Ink(SERIES.get(index % SERIES.size()), 1);
  }

  /**
   * The colour of a share, perceptually uniform from dark to light.
   *
   * @param share in [0, 1]; what is beyond counts as the nearest
   */
  public static Ink ofShare(double share) {
    double place = Math.min(Math.max(share, 0), 1) * (VIRIDIS.size() - 1);
    int below = Math.min((int) place, VIRIDIS.size() - 2);
    double part = place - below;
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int low = VIRIDIS.get(below) >> shift & 0xFF;
      int high = VIRIDIS.get(below + 1) >> shift & 0xFF;
      mixed |= (int) Math.round(low + part * (high - low)) << shift;
    }
    return new Ink(mixed, 1);
  }

  /** The same colour, through which others shine. */
  public Ink withOpacity(double other) {
    return new Ink(rgb, other);
  }

  /** Black or white, whichever is easier to read on it (WCAG's relative luminance). */
  public Ink legible() {
    double luminance = 0;
    double[] weights = {0.2126, 0.7152, 0.0722};
    for (int i = 0; i < weights.length; i++) {
      luminance += weights[i] * Math.pow((rgb >> (16 - 8 * i) & 0xFF) / 255.0, 2.2);
    }
    return luminance > 0.18 ? BLACK : WHITE;
  }
}
