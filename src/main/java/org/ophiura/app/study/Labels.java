package org.ophiura.app.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds names for trials that tell them apart and can be those of folders. */
public final class Labels {
  private static final int LONGEST = 60;

  private Labels() {}

  /**
   * Labels of named trials: the name, of namesakes the file's, where that does not help a number
   * too.
   *
   * @param names of the trials
   * @param files names of their files without extension, in the same order
   */
  public static List<String> of(List<String> names, List<String> files) {
    List<String> labels = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      boolean alone = names.stream().filter(name::equalsIgnoreCase).count() == 1;
      labels.add(free(alone ? name : files.get(i), taken));
    }
    return labels;
  }

  /**
   * Label of a variant: the last step of each varied key and its value.
   *
   * @param taken the labels so far; the new one is added
   */
  static String of(List<String> keys, List<String> values, Set<String> taken) {
    StringBuilder label = new StringBuilder();
    for (int i = 0; i < keys.size(); i++) {
      String key = keys.get(i);
      label.append(i == 0 ? "" : ",").append(key.substring(key.lastIndexOf('.') + 1)).append('=');
      label.append(bare(values.get(i)));
    }
    return free(label.toString(), taken);
  }

  /** A list without its brackets, {@code 3_3_5} for {@code [3, 3, 5]}. */
  private static String bare(String value) {
    return value.replaceAll("[\\[\\]{}'\"]", "").strip().replaceAll("[\\s,:]+", "_");
  }

  private static String free(String wanted, Set<String> taken) {
    String plain = wanted.replaceAll("[^A-Za-z0-9._=,-]+", "_").replaceAll("^[._]+|_+$", "");
    String base = plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    base = base.isEmpty() ? "trial" : base;
    String label = base;
    // Without regard to case, for some file systems have none.
    for (int number = 2; !taken.add(label.toLowerCase(Locale.ROOT)); number++) {
      label = base + "-" + number;
    }
    return label;
  }
}
