package org.ophiura.app.config;

import java.nio.file.Path;

/**
 * Where a value was written.
 *
 * @param source the file as the user named it, or {@code --set key}
 * @param line line in that file, from 1; 0 where there is none
 * @param folder what relative paths written there are relative to
 */
record Location(String source, int line, Path folder) {

  Location atLine(int other) {
    return new Location(source, other, folder);
  }

  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line;
  }
}
