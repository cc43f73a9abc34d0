package org.ophiura.app.plot.canvas;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/** Draws pixels by Java2D, which takes the machine's sans-serif font. */
final class ImageCanvas implements Canvas {
  private static final float[] DASHES = {4, 3};

  private final BufferedImage image;
  private final Graphics2D graphics;

  ImageCanvas(Figure figure) {
    image = new BufferedImage(figure.width(), figure.height(), BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    box(0, 0, figure.width(), figure.height(), Ink.WHITE);
  }

  @Override
  public void line(double[] x, double[] y, Pen pen) {
    graphics.setColor(color(pen.ink()));
    graphics.setStroke(
        new BasicStroke(
            (float) pen.width(),
            pen.dashed() ? BasicStroke.CAP_BUTT : BasicStroke.CAP_ROUND,
            BasicStroke.JOIN_ROUND,
            1,
            pen.dashed() ? DASHES : null,
            0));
    graphics.draw(path(x, y));
  }

  @Override
  public void area(double[] x, double[] y, Ink ink) {
    graphics.setColor(color(ink));
    Path2D path = path(x, y);
    path.closePath();
    graphics.fill(path);
  }

  @Override
  public void disk(double x, double y, double radius, Ink ink) {
    graphics.setColor(color(ink));
    graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  @Override
  public void text(String text, double x, double y, Text style) {
    int weight = style.bold() ? Font.BOLD : Font.PLAIN;
    Font font = new Font(Font.SANS_SERIF, weight, 1).deriveFont((float) style.size());
    graphics.setFont(font);
    graphics.setColor(color(style.ink()));
    double width = font.getStringBounds(text, graphics.getFontRenderContext()).getWidth();
    double back =
        switch (style.anchor()) {
          case START -> 0;
          case MIDDLE -> width / 2;
          case END -> width;
        };
    AffineTransform before = graphics.getTransform();
    graphics.translate(x, y);
    if (style.upwards()) {
      graphics.rotate(-Math.PI / 2);
    }
    graphics.drawString(text, (float) -back, 0);
    graphics.setTransform(before);
  }

  /** The finished picture. */
  BufferedImage finish() {
    graphics.dispose();
    return image;
  }

  private static Path2D path(double[] x, double[] y) {
    Path2D path = new Path2D.Double();
    path.moveTo(x[0], y[0]);
    for (int i = 1; i < x.length; i++) {
      path.lineTo(x[i], y[i]);
    }
    return path;
  }

  private static Color color(Ink ink) {
    return new Color(
        ink.rgb() >> 16 & 0xFF,
        ink.rgb() >> 8 & 0xFF,
        ink.rgb() & 0xFF,
        (int) Math.round(255 * ink.opacity()));
  }
}
