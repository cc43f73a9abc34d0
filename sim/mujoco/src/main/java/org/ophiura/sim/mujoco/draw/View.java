package org.ophiura.sim.mujoco.draw;

import java.util.List;

/**
 * What a picture shows.
 *
 * @param width of each camera's part, pixels
 * @param height pixels
 * @param cameras whose views stand side by side, from the left: cameras of the model, with or
 *     without the robot's prefix, or {@link #FOLLOW}, {@link #ABOVE} or {@link #FREE}
 * @param shadows whether there are shadows and reflections
 */
public record View(int width, int height, List<String> cameras, boolean shadows) {
  /** The camera that stays beside the robot, close enough to see each segment. */
  public static final String FOLLOW = "follow";

  /** The camera that stays above the robot and looks straight down, with x to the right. */
  public static final String ABOVE = "above";

  /** MuJoCo's free camera, which sees the whole model. */
  public static final String FREE = "free";

  /** Of either side of a whole picture, pixels: more is refused by many drivers. */
  public static final int LARGEST_SIDE = 8192;

  /** Of either side, pixels: less shows nothing. */
  public static final int SMALLEST_SIDE = 16;

  /**
   * Checks the sizes.
   *
   * @throws DrawingException naming the side that is out of its limits
   */
  public View {
    cameras = List.copyOf(cameras);
    if (cameras.isEmpty()) {
      throw new DrawingException("a picture needs at least one camera, such as " + FOLLOW);
    }
    check("width", width);
    check("height", height);
    if ((long) width * cameras.size() > LARGEST_SIDE) {
      throw new DrawingException(
          "the picture must be at most "
              + LARGEST_SIDE
              + " pixels wide, got "
              + cameras.size()
              + " cameras of "
              + width
              + "; make them narrower");
    }
  }

  private static void check(String side, int pixels) {
    if (pixels < SMALLEST_SIDE || pixels > LARGEST_SIDE) {
      throw new DrawingException(
          side + " must be in [" + SMALLEST_SIDE + ", " + LARGEST_SIDE + "] pixels, got " + pixels);
    }
  }

  /** Width of the whole picture, pixels. */
  public int pictureWidth() {
    return width * cameras.size();
  }

  /** Bytes of a whole picture: red, green, blue for each pixel. */
  public int pictureBytes() {
    return Math.multiplyExact(3, Math.multiplyExact(pictureWidth(), height));
  }
}
