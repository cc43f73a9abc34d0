package org.ophiura.app.plot.canvas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.ophiura.app.results.AtomicFiles;
import org.ophiura.app.results.UserException;

/** The kinds of files that figures are written to. */
public enum PictureFormat {
  /** Vectors; the same bytes on every machine. */
  SVG {
    @Override
    void writeTo(Path file, Figure figure) {
      SvgCanvas canvas = new SvgCanvas(figure);
      figure.draw(canvas);
      AtomicFiles.write(file, out -> out.write(canvas.finish()));
    }
  },
  /** Pixels; the letters are those of the machine's font. */
  PNG {
    @Override
    void writeTo(Path file, Figure figure) throws IOException {
      System.setProperty("java.awt.headless", "true"); // There may be a display, but no library.
      Path temporary = file.resolveSibling("." + file.getFileName() + ".part");
      try {
        ImageCanvas canvas = new ImageCanvas(figure);
        figure.draw(canvas);
        ImageIO.write(canvas.finish(), "png", temporary.toFile());
      } catch (LinkageError | InternalError | NullPointerException e) {
        // What Java does without fonts differs from one version to the next.
        throw new UserException(
            file
                + " cannot be drawn: PNG needs a font on this machine ("
                + e
                + "); install Debian's packages fontconfig and fonts-dejavu-core, or draw SVG,"
                + " which needs none");
      }
      Files.move(temporary, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
  };

  abstract void writeTo(Path file, Figure figure) throws IOException;

  /** Ending of the files' names. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Writes a figure.
   *
   * @param folder where; made if it does not exist
   * @param name of the file, without ending
   * @return the file
   * @throws UserException if it cannot be written or drawn
   */
  public Path write(Path folder, String name, Figure figure) {
    Path file = folder.resolve(name + "." + extension());
    try {
      Files.createDirectories(folder);
      writeTo(file, figure);
      return file;
    } catch (IOException e) {
      throw new UserException(file + " cannot be written: " + e.getMessage());
    }
  }
}
