package org.ophiura.app.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ophiura.sim.NearestName;

/** Reads the bytes of a settings file, and says what is wrong with a file that has no text. */
final class ConfigFile {
  private static final int LARGEST_BYTES = 1 << 20;

  private ConfigFile() {}

  /**
   * Reads and parses a file.
   *
   * @return its content; what can be read of it where {@code problems} grew
   * @throws ConfigException if there is nothing to look at
   */
  static Tree read(Path file, Problems problems) {
    Location whole = new Location(file.toString(), 0, folder(file));
    String text = text(file, whole, problems);
    problems.throwIfAny();
    Tree tree = YamlText.parse(text, whole, true, problems).orElse(null);
    if (tree == null) {
      problems.throwIfAny();
      throw new IllegalStateException("the parser gave neither a value nor a problem");
    }
    if (tree instanceof Tree.Scalar scalar && scalar.isNothing()) {
      problems.add(whole, "is empty; write settings as key: value, or {} for the defaults");
      problems.throwIfAny();
    }
    return tree;
  }

  private static Path folder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file.toAbsolutePath() : folder;
  }

  private static String text(Path file, Location whole, Problems problems) {
    if (Files.isDirectory(file)) {
      problems.add(whole, "is a folder; name a YAML file");
    } else if (!Files.exists(file)) {
      problems.add(whole, missing(whole.folder(), file));
    } else {
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
        if (bytes.length <= LARGEST_BYTES) {
          return decode(bytes, whole, problems);
        }
        problems.add(whole, "is larger than 1 MB; a settings file is not");
      } catch (AccessDeniedException e) {
        problems.add(whole, "may not be read: permission denied");
      } catch (IOException e) {
        problems.add(whole, "cannot be read: " + e.getMessage());
      }
    }
    return "";
  }

  private static String decode(byte[] bytes, Location whole, Problems problems) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    if (decoder.decode(in, out, true).isError()) {
      int line = 1;
      for (int i = 0; i < in.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      problems.add(whole.atLine(line), "is not UTF-8 text; save the file in that encoding");
    }
    String text = out.flip().toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static String missing(Path folder, Path file) {
    if (!Files.isDirectory(folder)) {
      return "does not exist, nor does the folder " + folder;
    }
    List<String> names = List.of();
    try (Stream<Path> siblings = Files.list(folder)) {
      names =
          siblings
              .map(sibling -> String.valueOf(sibling.getFileName()))
              .filter(name -> name.endsWith(".yaml") || name.endsWith(".yml"))
              .toList();
    } catch (IOException e) {
      // The folder keeps its names to itself: the message does without a suggestion.
    }
    return "does not exist"
        + (names.isEmpty()
            ? "; there is no YAML file in " + folder
            : NearestName.suggestion(String.valueOf(file.getFileName()), names));
  }
}
