package org.ophiura.app.plot.canvas;

/**
 * How text is set.
 *
 * @param size of the letters, in pixels
 * @param ink colour
 * @param anchor which part of it is at its place
 * @param bold whether it stands out
 * @param upwards whether it runs from bottom to top
 */
public record Text(double size, Ink ink, Anchor anchor, boolean bold, boolean upwards) {
  /** Usual text that starts at its place. */
  public static final Text PLAIN = new Text(12, Ink.BLACK, Anchor.START, false, false);

  /** A part of a text. */
  public enum Anchor {
    /** Where it starts. */
    START,
    /** Halfway. */
    MIDDLE,
    /** Where it ends. */
    END
  }

  /** The same with another part at its place. */
  public Text at(Anchor other) {
    return new Text(size, ink, other, bold, upwards);
  }

  /** The same in another size. */
  public Text sized(double other) {
    return new Text(other, ink, anchor, bold, upwards);
  }

  /** The same in another colour. */
  public Text in(Ink other) {
    return new Text(size, other, anchor, bold, upwards);
  }

  /** The same, standing out. */
  public Text strong() {
    return new Text(size, ink, anchor, true, upwards);
  }

  /** The same, from bottom to top. */
  public Text turned() {
    return new Text(size, ink, anchor, bold, true);
  }

  /** About how wide a text gets, in pixels: without asking a font, which not every machine has. */
  public double width(String text) {
    return 0.56 * size * text.length();
  }
}
