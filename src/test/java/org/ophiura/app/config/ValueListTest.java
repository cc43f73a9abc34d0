package org.ophiura.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ValueListTest {
  private static List<String> split(String text) {
    return ValueList.split(text, "--vary key");
  }

  @Test
  void commasBetweenValuesPartThem() {
    assertEquals(List.of("0.1", "2", "follow-target"), split("0.1,2, follow-target"));
    assertEquals(List.of("7"), split("7"));
    assertEquals(List.of(), split(""));
  }

  @Test
  void commasWithinAValueDoNot() {
    assertEquals(List.of("[3,3]", "[5, 5]"), split("[3,3],[5, 5]"));
    assertEquals(
        List.of("{type: linear, from: 0.8}", "'a, b'", "[[1], [2]]"),
        split("{type: linear, from: 0.8}, 'a, b',[[1], [2]]"));
    assertEquals(List.of("\"ä, 𝄞\"", "2"), split("\"ä, 𝄞\",2"));
  }

  @Test
  void whatIsNotYamlIsRefused() {
    for (String text : List.of("[1", "1],[2", "'a", "1,,2", "*a")) {
      ConfigException problem = assertThrows(ConfigException.class, () -> split(text), text);
      assertEquals("--vary key: ", problem.getMessage().substring(0, 12), text);
    }
  }
}
