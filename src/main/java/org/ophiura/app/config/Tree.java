package org.ophiura.app.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * YAML as it was written, with the place of each value. Scalars stay text: what they mean depends
 * on the setting that reads them. Immutable.
 */
sealed interface Tree {
  Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");
  Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");
  Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d{1,9})]");
  int SHOWN_CHARACTERS = 60;

  Location at();

  /** The value in a message, such as {@code a list} or {@code 'abc'}. */
  String inWords();

  /** The place of the setting at {@code path}, or of the closest block above it that is written. */
  default Location locate(String path) {
    Tree found = this;
    Matcher steps = STEP.matcher(path);
    while (steps.find()) {
      Tree next = null;
      if (steps.group(1) != null && found instanceof Block block) {
        next = block.get(steps.group(1));
      } else if (steps.group(2) != null && found instanceof Sequence sequence) {
        next = sequence.get(Integer.parseInt(steps.group(2)));
      }
      if (next == null) {
        break;
      }
      found = next;
    }
    return found.at();
  }

  /**
   * A single value.
   *
   * @param plain whether it was written without quotes
   */
  record Scalar(String text, boolean plain, Location at) implements Tree {

    boolean isNothing() {
      return plain && NOTHING.contains(text);
    }

    boolean isNumber() {
      return plain && NUMBER.matcher(text).matches();
    }

    boolean isFlag() {
      return plain && (text.equals("true") || text.equals("false"));
    }

    @Override
    public String inWords() {
      if (isNothing()) {
        return "nothing";
      }
      if (isNumber() || isFlag()) {
        return shortened();
      }
      return (plain ? "'" : "the text '") + shortened() + "'";
    }

    private String shortened() {
      String line = text.replace("\n", "\\n");
      return line.length() <= SHOWN_CHARACTERS ? line : line.substring(0, SHOWN_CHARACTERS) + "…";
    }
  }

  /** A list of values. */
  record Sequence(List<Tree> elements, Location at) implements Tree {
    public Sequence {
      elements = List.copyOf(elements);
    }

    @Nullable Tree get(int index) {
      return index < elements.size() ? elements.get(index) : null;
    }

    Sequence with(int index, Tree element) {
      List<Tree> changed = new ArrayList<>(elements);
      changed.set(index, element);
      return new Sequence(changed, at);
    }

    @Override
    public String inWords() {
      return "a list";
    }
  }

  /** Values by key, in the order of the file. */
  record Block(Map<String, Tree> entries, Location at) implements Tree {
    public Block {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @Nullable Tree get(String key) {
      return entries.get(key);
    }

    Block with(String key, Tree value) {
      Map<String, Tree> changed = new LinkedHashMap<>(entries);
      changed.put(key, value);
      return new Block(changed, at);
    }

    @Override
    public String inWords() {
      return "a block of settings";
    }
  }
}
