package org.ophiura.app.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.plot.canvas.Ink;
import org.ophiura.app.plot.canvas.PictureFormat;
import org.ophiura.app.run.RunRecord;
import org.ophiura.app.trial.Evaluation;

/** A lake of two by two: the start knows its way, below it nothing is known. */
class GridValuePlotTest {
  private static final List<String> DIRECTIONS = List.of("left", "down", "right", "up");
  private static final double[] AT_START = {0.1, 0.4, 0.8, 0.2};
  private static final double UNKNOWN = 0.5;

  /** Of the plot: its upper left corner, and the edge of a field. */
  private static final int LEFT = 40;

  private static final int TOP = 84;
  private static final int FIELD = 120;

  /** From a field's middle to where only a triangle is seen, without its number or a frame. */
  private static final int IN_TRIANGLE = 55;

  @TempDir private Path folder;

  private BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);

  private static RunData.Values values() {
    return new RunData.Values(
        List.of(
            "row 0, column 0, start",
            "row 0, column 1, hole",
            "row 1, column 0, frozen",
            "row 1, column 1, goal"),
        DIRECTIONS,
        List.of(
            AT_START,
            new double[] {9, 9, 9, 9},
            new double[] {UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN},
            new double[] {-9, -9, -9, -9}));
  }

  @BeforeEach
  void draw() throws IOException {
    RunData run =
        new RunData(
            folder,
            "lake",
            1,
            "",
            true,
            new RunRecord(folder, false, List.of(), new Evaluation(0, List.of())),
            List.of(),
            Optional.of(values()),
            Optional.empty());
    GridValuePlot plot = new GridValuePlot(run, values());
    image = ImageIO.read(PictureFormat.PNG.write(folder, "lake", plot).toFile());
  }

  /** The colour at an offset from the middle of a field. */
  private int colour(int row, int column, int x, int y) {
    int middleX = LEFT + column * FIELD + FIELD / 2;
    int middleY = TOP + row * FIELD + FIELD / 2;
    return image.getRGB(middleX + x, middleY + y) & 0xFFFFFF;
  }

  /** What ends an episode has no values: they would stretch the scale. */
  private static int colourOf(double value) {
    return Ink.ofShare((value - 0.1) / (0.8 - 0.1)).rgb();
  }

  @Test
  void eachDirectionHasTheColourOfItsValue() {
    assertEquals(colourOf(AT_START[0]), colour(0, 0, -IN_TRIANGLE, 0), "left");
    assertEquals(colourOf(AT_START[1]), colour(0, 0, 0, IN_TRIANGLE), "down");
    assertEquals(colourOf(AT_START[2]), colour(0, 0, IN_TRIANGLE, 0), "right");
    assertEquals(colourOf(AT_START[3]), colour(0, 0, 0, -IN_TRIANGLE), "up");
    assertEquals(colourOf(UNKNOWN), colour(1, 0, IN_TRIANGLE, 0));
  }

  @Test
  void theArrowPointsAlongTheBestAction() {
    assertEquals(Ink.BLACK.rgb(), colour(0, 0, 0, 0));
    // To the right the arrow is pointed, to the left it is broad.
    assertEquals(Ink.BLACK.rgb(), colour(0, 0, -12, 11));
    assertEquals(Ink.BLACK.rgb(), colour(0, 0, -12, -11));
    assertNotEquals(Ink.BLACK.rgb(), colour(0, 0, 12, 11));
    assertNotEquals(Ink.BLACK.rgb(), colour(0, 0, 12, -11));
  }

  @Test
  void whereAllActionsAreEqualNoneIsShownAsTheBest() {
    for (int x = -12; x <= 12; x += 4) {
      assertNotEquals(Ink.BLACK.rgb(), colour(1, 0, x, 0));
    }
  }

  @Test
  void holeGoalAndStartAreTold() {
    int hole = colour(0, 1, IN_TRIANGLE, IN_TRIANGLE);
    int goal = colour(1, 1, IN_TRIANGLE, IN_TRIANGLE);
    assertNotEquals(hole, goal);
    assertEquals(hole, colour(0, 1, -IN_TRIANGLE, -IN_TRIANGLE), "all of one colour");
    assertTrue((goal >> 8 & 0xFF) > (goal & 0xFF), "the goal is green");
    assertEquals(Ink.BLACK.rgb(), colour(0, 0, -FIELD / 2 + 2, 30), "the frame of the start");
    assertNotEquals(Ink.BLACK.rgb(), colour(1, 0, -FIELD / 2 + 2, 30));
  }

  @Test
  void onlyFieldsOfAGridWithTheFourDirectionsFit() {
    assertTrue(GridValuePlot.fits(values()));
    assertFalse(
        GridValuePlot.fits(
            new RunData.Values(
                List.of("row 0, column 0, start"), List.of("south", "north"), List.of(AT_START))));
    assertFalse(
        GridValuePlot.fits(
            new RunData.Values(List.of("taxi at 3"), DIRECTIONS, List.of(AT_START))));
  }
}
