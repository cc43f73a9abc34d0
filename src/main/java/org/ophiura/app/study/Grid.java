package org.ophiura.app.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ophiura.app.config.ValueList;
import org.ophiura.app.results.UserException;

/** The values that a sweep gives to some settings, and all their combinations. */
public final class Grid {
  private static final int MOST_VARIANTS = 10_000;

  private final List<String> keys = new ArrayList<>();
  private final List<List<String>> values = new ArrayList<>();

  /**
   * Reads the options of a sweep.
   *
   * @param options each {@code key=v1,v2,…}, with YAML values
   * @throws UserException if an option is not like that, or names a key or a value twice
   */
  public Grid(List<String> options) {
    options.forEach(this::add);
    long variants = 1;
    for (List<String> some : values) {
      variants *= some.size();
      if (variants > MOST_VARIANTS) {
        throw new UserException("--vary gives more than " + MOST_VARIANTS + " variants; use fewer");
      }
    }
  }

  private void add(String option) {
    int equals = option.indexOf('=');
    if (equals < 1) {
      throw new UserException(
          "--vary must be KEY=V1,V2,…, such as training.learner.alpha=0.005,0.02; got '"
              + option
              + "'");
    }
    String key = option.substring(0, equals).strip();
    String source = "--vary " + key;
    if (key.equals("seed")) {
      throw new UserException("--vary seed: every variant runs with every seed; use --seeds");
    }
    if (keys.contains(key)) {
      throw new UserException(source + " is given twice; list all its values in one");
    }
    List<String> list = ValueList.split(option.substring(equals + 1), source);
    if (list.isEmpty() || list.stream().anyMatch(String::isEmpty)) {
      throw new UserException(source + ": must list values, with commas between them");
    }
    Set<String> seen = new HashSet<>();
    for (String value : list) {
      if (!seen.add(value)) {
        throw new UserException(source + ": lists the value " + value + " twice; keep one");
      }
    }
    keys.add(key);
    values.add(list);
  }

  /** The varied settings. */
  public List<String> keys() {
    return List.copyOf(keys);
  }

  /** All combinations of values, in the order of the keys; the last key varies fastest. */
  public List<List<String>> combinations() {
    List<List<String>> all = List.of(List.of());
    for (List<String> next : values) {
      List<List<String>> longer = new ArrayList<>();
      for (List<String> before : all) {
        for (String value : next) {
          List<String> combination = new ArrayList<>(before);
          combination.add(value);
          longer.add(combination);
        }
      }
      all = longer;
    }
    return all;
  }

  /** What sets a combination, for the reader of settings. */
  public List<String> overrides(List<String> combination) {
    List<String> overrides = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      overrides.add(keys.get(i) + "=" + combination.get(i));
    }
    return overrides;
  }

  /** Labels of the combinations, in their order. */
  public List<String> labels() {
    Set<String> taken = new HashSet<>();
    return combinations().stream().map(values -> Labels.of(keys, values, taken)).toList();
  }
}
