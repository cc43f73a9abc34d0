package org.ophiura.app.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.events.Event;

/** Takes a list of YAML values apart, as the option {@code --vary key=v1,v2} has it. */
public final class ValueList {
  private ValueList() {}

  /**
   * The values of a list, each as its own YAML text. Commas within brackets, braces and quotes
   * belong to a value.
   *
   * @param text values with commas between them, such as {@code [3, 3],[5, 5]}
   * @param source what messages call the text, such as {@code --vary seed}
   * @throws ConfigException if it is not YAML
   */
  public static List<String> split(String text, String source) {
    String list = "[" + text + "]";
    Problems problems = new Problems();
    YamlText.parse(list, new Location(source, 0, Path.of("")), false, problems);
    problems.throwIfAny();
    List<String> values = new ArrayList<>();
    int[] codePoints = list.codePoints().toArray();
    int depth = 0;
    int from = 0;
    for (Event event : new Yaml(new LoaderOptions()).parse(new java.io.StringReader(list))) {
      boolean opens = event.is(Event.ID.SequenceStart) || event.is(Event.ID.MappingStart);
      boolean closes = event.is(Event.ID.SequenceEnd) || event.is(Event.ID.MappingEnd);
      if (depth == 1 && (opens || event.is(Event.ID.Scalar))) {
        from = event.getStartMark().getIndex();
      }
      depth += opens ? 1 : closes ? -1 : 0;
      if (depth == 1 && (closes || event.is(Event.ID.Scalar))) {
        int to = event.getEndMark().getIndex();
        values.add(new String(codePoints, from, to - from).strip());
      }
    }
    return values;
  }
}
