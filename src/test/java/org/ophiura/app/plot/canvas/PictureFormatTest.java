package org.ophiura.app.plot.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFormatTest {
  private static final Figure FIGURE =
      new Figure() {
        @Override
        public String title() {
          return "a < b & c";
        }

        @Override
        public int width() {
          return 120;
        }

        @Override
        public int height() {
          return 80;
        }

        @Override
        public void draw(Canvas canvas) {
          Panel panel =
              new Panel(
                  canvas, new Panel.Box(10, 10, 100, 60), new double[] {0, 4}, new double[] {0, 4});
          panel.line(
              new double[] {0, 1, 2, 3, 4},
              new double[] {0, 1, 2, Double.NaN, 4},
              Pen.of(Ink.BLUE, 1));
          canvas.text(title(), 10, 10, Text.PLAIN);
        }
      };

  @TempDir private Path folder;

  @Test
  void svgIsWellFormedWhateverTheText() throws Exception {
    Path file = PictureFormat.SVG.write(folder, "figure", FIGURE);
    var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    assertEquals("a < b & c", document.getElementsByTagName("text").item(0).getTextContent());
  }

  @Test
  void aLineHasAGapWhereAValueIsNotANumberAndNoNeedlessPoints() throws Exception {
    String svg = Files.readString(PictureFormat.SVG.write(folder, "figure", FIGURE));
    assertTrue(svg.contains("<polyline points=\"10,70 60,40\""), svg);
    assertTrue(svg.contains("<circle cx=\"110\" cy=\"10\""), svg);
    assertFalse(svg.contains("NaN"), svg);
  }

  @Test
  void pngHasTheFiguresSize() throws Exception {
    var image = ImageIO.read(PictureFormat.PNG.write(folder, "figure", FIGURE).toFile());
    assertEquals(FIGURE.width(), image.getWidth());
    assertEquals(FIGURE.height(), image.getHeight());
  }
}
