package org.ophiura.sim.classic;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/** Turns what Java2D paints into plain pixels. Needs no display and no fonts. */
public final class Painting {
  private final BufferedImage image;

  /** Makes a surface of so many pixels. */
  public Painting(int width, int height) {
    image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
  }

  /**
   * Paints a picture.
   *
   * @param rgb as many numbers as pixels. Modified.
   */
  public void paint(Consumer<Graphics2D> painter, int[] rgb) {
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      painter.accept(graphics);
    } finally {
      graphics.dispose();
    }
    image.getRGB(0, 0, image.getWidth(), image.getHeight(), rgb, 0, image.getWidth());
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] &= 0xFFFFFF;
    }
  }
}
