package org.ophiura.sim.classic.taxi;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import org.ophiura.sim.classic.Look;

/** The town from above: streets, walls, four stands, the taxi, and who waits or rides. */
final class TaxiLook implements Look {
  private static final int FIELD = 96;
  private static final int MARGIN = 16;
  private static final Color STREET = new Color(0xECECE6);
  private static final Color LINE = new Color(0xD2D2CA);
  private static final Color WALL = new Color(0x3A3A3A);
  private static final Color CAB = new Color(0xF2B90F);
  private static final Color GLASS = new Color(0x33475B);
  private static final Color PERSON = new Color(0x6A2C91);
  private static final List<Color> STANDS =
      List.of(new Color(0xD9534F), new Color(0x4CAF50), new Color(0xE8D44D), new Color(0x3E7CB1));

  @Override
  public int width() {
    return Taxi.SIZE * FIELD + 2 * MARGIN;
  }

  @Override
  public int height() {
    return Taxi.SIZE * FIELD + 2 * MARGIN;
  }

  private static double left(int place) {
    return MARGIN + (double) (place % Taxi.SIZE) * FIELD;
  }

  private static double top(int place) {
    int row = place / Taxi.SIZE;
    return MARGIN + row * (double) FIELD;
  }

  @Override
  public void paint(int state, Graphics2D graphics) {
    graphics.setColor(WALL);
    graphics.fill(new Rectangle2D.Double(0, 0, width(), height()));
    for (int place = 0; place < Taxi.SIZE * Taxi.SIZE; place++) {
      graphics.setColor(STREET);
      graphics.fill(new Rectangle2D.Double(left(place), top(place), FIELD, FIELD));
      graphics.setColor(LINE);
      graphics.setStroke(new BasicStroke(1));
      graphics.draw(new Rectangle2D.Double(left(place), top(place), FIELD, FIELD));
    }
    for (int stand = 0; stand < Taxi.STANDS.size(); stand++) {
      stand(graphics, stand, stand == Taxi.destination(state));
    }
    walls(graphics);
    cab(graphics, Taxi.place(state));
    passenger(graphics, state);
  }

  /** A coloured field; the destination has a double frame. */
  private static void stand(Graphics2D graphics, int stand, boolean wanted) {
    int place = Taxi.STANDS.get(stand);
    Color color = STANDS.get(stand);
    graphics.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), 110));
    graphics.fill(
        new Rectangle2D.Double(left(place) + 4, top(place) + 4, FIELD - 8.0, FIELD - 8.0));
    if (wanted) {
      graphics.setColor(color.darker());
      graphics.setStroke(new BasicStroke(5));
      graphics.draw(
          new Rectangle2D.Double(left(place) + 6, top(place) + 6, FIELD - 12.0, FIELD - 12.0));
      graphics.setStroke(new BasicStroke(2));
      graphics.draw(
          new Rectangle2D.Double(left(place) + 14, top(place) + 14, FIELD - 28.0, FIELD - 28.0));
    }
  }

  private static void walls(Graphics2D graphics) {
    graphics.setColor(WALL);
    graphics.setStroke(new BasicStroke(7, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int place = 0; place < Taxi.SIZE * Taxi.SIZE; place++) {
      if (Taxi.wallToTheEast(place)) {
        double x = left(place) + FIELD;
        graphics.draw(new Line2D.Double(x, top(place), x, top(place) + FIELD));
      }
    }
  }

  private static void cab(Graphics2D graphics, int place) {
    double x = left(place);
    double y = top(place);
    graphics.setColor(CAB);
    graphics.fill(new RoundRectangle2D.Double(x + 14, y + 30, 68, 42, 18, 18));
    graphics.setColor(GLASS);
    graphics.fill(new RoundRectangle2D.Double(x + 22, y + 36, 18, 16, 6, 6));
    graphics.fill(new RoundRectangle2D.Double(x + 56, y + 36, 18, 16, 6, 6));
    graphics.fill(new Ellipse2D.Double(x + 20, y + 64, 16, 16));
    graphics.fill(new Ellipse2D.Double(x + 60, y + 64, 16, 16));
  }

  /** Waits beside the street, or sits in the middle of the cab. */
  private static void passenger(Graphics2D graphics, int state) {
    int passenger = Taxi.passenger(state);
    boolean rides = passenger == Taxi.IN_TAXI;
    int place = rides ? Taxi.place(state) : Taxi.STANDS.get(passenger);
    double x = left(place) + (rides ? 48 : 78);
    double y = top(place) + (rides ? 34 : 14);
    graphics.setColor(PERSON);
    graphics.fill(new Ellipse2D.Double(x - 7, y - 6, 14, 14));
    graphics.fill(new RoundRectangle2D.Double(x - 9, y + 9, 18, rides ? 12 : 18, 8, 8));
  }

  /** The town in letters: R G Y B are stands, the taxi is in brackets. */
  @Override
  public String text(int state) {
    StringBuilder text = new StringBuilder();
    for (int place = 0; place < Taxi.SIZE * Taxi.SIZE; place++) {
      int stand = Taxi.STANDS.indexOf(place);
      boolean here = place == Taxi.place(state);
      text.append(here ? '[' : ' ')
          .append(stand < 0 ? '.' : "RGYB".charAt(stand))
          .append(here ? ']' : ' ');
      boolean last = place % Taxi.SIZE == Taxi.SIZE - 1;
      text.append(last ? "\n" : Taxi.wallToTheEast(place) ? "|" : " ");
    }
    return text
        + "passenger: "
        + Taxi.STAND_NAMES.get(Taxi.passenger(state))
        + ", to: "
        + Taxi.STAND_NAMES.get(Taxi.destination(state));
  }
}
