package org.ophiura.app.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ophiura.app.results.UserException;

final class GridTest {
  @Test
  void everyCombinationIsThereAndTheLastKeyVariesFastest() {
    Grid grid = new Grid(List.of("a.b=1,2", "c=[1, 1],[2, 2],[3, 3]"));
    assertEquals(List.of("a.b", "c"), grid.keys());
    assertEquals(
        List.of(
            List.of("1", "[1, 1]"),
            List.of("1", "[2, 2]"),
            List.of("1", "[3, 3]"),
            List.of("2", "[1, 1]"),
            List.of("2", "[2, 2]"),
            List.of("2", "[3, 3]")),
        grid.combinations());
    assertEquals(List.of("a.b=2", "c=[3, 3]"), grid.overrides(grid.combinations().get(5)));
    assertEquals("b=2,c=3_3", grid.labels().get(5));
  }

  @Test
  void labelsTellVariantsApartAndAreNamesOfFolders() {
    Grid grid = new Grid(List.of("file=/a/b,/a-b,/A-B", "e={type: linear},constant"));
    List<String> labels = grid.labels();
    assertEquals("file=_a_b,e=type_linear", labels.get(0));
    assertEquals(
        6,
        labels.stream().map(label -> label.toLowerCase(java.util.Locale.ROOT)).distinct().count());
    for (String label : labels) {
      assertEquals(label, label.replaceAll("[^A-Za-z0-9._=,-]", "?"));
    }
    String text = "x".repeat(100);
    assertEquals(
        List.of(60, 62),
        new Grid(List.of("k=" + text + "1," + text + "2"))
            .labels().stream().map(String::length).toList());
  }

  @Test
  void namesakesGetTheNameOfTheirFile() {
    assertEquals(
        List.of("a", "second", "third"),
        Labels.of(List.of("a", "b", "B"), List.of("first", "second", "third")));
    assertEquals(List.of("same", "same-2"), Labels.of(List.of("a", "a"), List.of("same", "same")));
  }

  private static void refused(String message, String... options) {
    UserException problem = assertThrows(UserException.class, () -> new Grid(List.of(options)));
    assertEquals(message, problem.getMessage());
  }

  @Test
  void whatIsNotAGrid() {
    refused(
        "--vary must be KEY=V1,V2,…, such as training.learner.alpha=0.005,0.02; got 'alpha'",
        "alpha");
    refused("--vary a: must list values, with commas between them", "a=");
    refused("--vary a is given twice; list all its values in one", "a=1", "a=2");
    refused("--vary a: lists the value 1 twice; keep one", "a=1, 1");
    refused("--vary seed: every variant runs with every seed; use --seeds", "seed=1,2");
    String many =
        "="
            + String.join(
                ",", java.util.stream.IntStream.range(0, 101).mapToObj(Integer::toString).toList());
    refused("--vary gives more than 10000 variants; use fewer", "a" + many, "b" + many);
  }
}
