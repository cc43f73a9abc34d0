package org.ophiura.sim;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Finds what a user probably meant by a name that does not exist. */
public final class NearestName {
  private static final int LISTED = 12;

  private NearestName() {}

  /**
   * The known name with the fewest edits to {@code name}; ties by alphabet; empty if none known.
   */
  public static Optional<String> of(String name, Collection<String> known) {
    return new TreeSet<>(known)
        .stream().min(Comparator.comparingInt((String candidate) -> edits(name, candidate)));
  }

  /** The end of an error message: the nearest name, and all of them where they are few. */
  public static String suggestion(String name, Collection<String> known) {
    if (known.isEmpty()) {
      return "; there are none";
    }
    String nearest = "; did you mean '" + of(name, known).orElseThrow() + "'?";
    return known.size() > LISTED
        ? nearest
        : nearest + " Known: " + String.join(", ", new TreeSet<>(known));
  }

  /** Levenshtein distance, without regard to case. */
  private static int edits(String a, String b) {
    String left = a.toLowerCase(Locale.ROOT);
    String right = b.toLowerCase(Locale.ROOT);
    int[] row = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int substituted = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[right.length()];
  }
}
