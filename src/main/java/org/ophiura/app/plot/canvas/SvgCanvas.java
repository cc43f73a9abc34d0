package org.ophiura.app.plot.canvas;

import java.util.Locale;

/** Draws as SVG. The text is set by whoever shows it, so that no font is needed here. */
final class SvgCanvas implements Canvas {
  private static final String FONTS = "Helvetica, Arial, Liberation Sans, DejaVu Sans, sans-serif";

  private final StringBuilder svg = new StringBuilder();

  SvgCanvas(Figure figure) {
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
        .append(figure.width())
        .append("\" height=\"")
        .append(figure.height())
        .append("\" viewBox=\"0 0 ")
        .append(figure.width())
        .append(' ')
        .append(figure.height())
        .append("\" font-family=\"")
        .append(FONTS)
        .append("\" stroke-linejoin=\"round\" stroke-linecap=\"round\">\n<title>")
        .append(escaped(figure.title()))
        .append("</title>\n");
    box(0, 0, figure.width(), figure.height(), Ink.WHITE);
  }

  @Override
  public void line(double[] x, double[] y, Pen pen) {
    svg.append("<polyline points=\"");
    points(x, y);
    svg.append("\" fill=\"none\" stroke=\"").append(color(pen.ink())).append('"');
    opacity("stroke-opacity", pen.ink());
    svg.append(" stroke-width=\"").append(number(pen.width())).append('"');
    if (pen.dashed()) {
      svg.append(" stroke-dasharray=\"4 3\" stroke-linecap=\"butt\"");
    }
    svg.append("/>\n");
  }

  @Override
  public void area(double[] x, double[] y, Ink ink) {
    svg.append("<polygon points=\"");
    points(x, y);
    svg.append("\" fill=\"").append(color(ink)).append('"');
    opacity("fill-opacity", ink);
    svg.append("/>\n");
  }

  @Override
  public void disk(double x, double y, double radius, Ink ink) {
    svg.append("<circle cx=\"").append(number(x)).append("\" cy=\"").append(number(y));
    svg.append("\" r=\"").append(number(radius));
    svg.append("\" fill=\"").append(color(ink)).append('"');
    opacity("fill-opacity", ink);
    svg.append("/>\n");
  }

  @Override
  public void text(String text, double x, double y, Text style) {
    svg.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y)).append('"');
    if (style.upwards()) {
      svg.append(" transform=\"rotate(-90 ").append(number(x)).append(' ').append(number(y));
      svg.append(")\"");
    }
    svg.append(" font-size=\"").append(number(style.size())).append('"');
    svg.append(" fill=\"").append(color(style.ink())).append('"');
    if (style.anchor() != Text.Anchor.START) {
      svg.append(" text-anchor=\"").append(style.anchor().name().toLowerCase(Locale.ROOT));
      svg.append('"');
    }
    if (style.bold()) {
      svg.append(" font-weight=\"bold\"");
    }
    svg.append('>').append(escaped(text)).append("</text>\n");
  }

  /** The file's whole text. */
  String finish() {
    return svg + "</svg>\n";
  }

  private void points(double[] x, double[] y) {
    for (int i = 0; i < x.length; i++) {
      svg.append(i == 0 ? "" : " ").append(number(x[i])).append(',').append(number(y[i]));
    }
  }

  private void opacity(String name, Ink ink) {
    if (ink.opacity() < 1) {
      svg.append(' ').append(name).append("=\"").append(ink.opacity()).append('"');
    }
  }

  private static String color(Ink ink) {
    return String.format(Locale.ROOT, "#%06x", ink.rgb());
  }

  /** To a tenth of a pixel. */
  private static String number(double value) {
    long tenths = Math.round(value * 10);
    return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
