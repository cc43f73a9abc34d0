package org.ophiura.app.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/**
 * Writes the reference page of a settings file as Markdown: a table for each block and for each
 * type of a block, in the order in which they are met. A block that may stand in several places is
 * described at the first.
 */
public final class ReferencePage {

  /**
   * One table of the page.
   *
   * @param title heading, with the path of the block
   * @param path of the block; empty for the file itself
   */
  private record Section(
      String title, String summary, String path, Class<? extends Record> record, boolean isType) {
    /** The anchor that Markdown renderers derive from the heading. */
    String anchor() {
      return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-');
    }
  }

  private final Shapes shapes = new Shapes();
  private final Map<Object, Section> titled = new HashMap<>();
  private final Map<Object, Section> sections = new LinkedHashMap<>();

  private ReferencePage() {}

  /**
   * The page, the same for the same records and plug-ins.
   *
   * @param introduction Markdown that follows the title
   * @throws IllegalStateException if a record cannot be read from a file, or a default of a setting
   *     breaks its own rules
   */
  public static String toMarkdown(Class<? extends Record> root, String title, String introduction) {
    ReferencePage page = new ReferencePage();
    page.collect(root, new Section("The file", "", "", root, false));
    StringBuilder text = new StringBuilder("# " + title + "\n\n" + introduction.strip() + "\n");
    page.sections.values().forEach(section -> page.write(section, text));
    return text.toString();
  }

  private void collect(Object key, Section first) {
    Section section = titled.computeIfAbsent(key, unknown -> first);
    if (sections.putIfAbsent(key, section) == null) {
      for (Field field : shapes.fields(section.record())) {
        String path = section.path().isEmpty() ? field.key() : section.path() + "." + field.key();
        collect(field.shape(), path, field.setting());
      }
    }
  }

  private void collect(Shape shape, String path, Setting setting) {
    if (shape instanceof Shape.Elements list) {
      collect(list.element(), path + "[]", setting);
    } else if (shape instanceof Shape.Maybe maybe) {
      collect(maybe.value(), path, setting);
    } else if (shape instanceof Shape.Group group) {
      collect(
          group.type(), new Section("`" + path + "`", setting.value(), path, group.type(), false));
    } else if (shape instanceof Shape.Union union) {
      // All get their titles before any is entered, for one may hold others.
      union.options().forEach(option -> titled.putIfAbsent(option, section(option, path)));
      union.options().forEach(option -> collect(option, section(option, path)));
    }
  }

  private static Section section(Shape.Option option, String path) {
    String title = "`" + path + "` of type `" + option.id() + "`";
    return new Section(title, option.summary(), path, option.settings(), true);
  }

  private void write(Section section, StringBuilder text) {
    text.append("\n## ").append(section.title()).append("\n\n");
    if (!section.summary().isEmpty()) {
      text.append(section.summary()).append("\n\n");
    }
    List<Field> fields = shapes.fields(section.record());
    if (fields.isEmpty()) {
      text.append("No settings").append(section.isType() ? " but its type.\n" : ".\n");
      return;
    }
    row(text, "setting", "type", "unit", "default", "limits", "meaning");
    row(text, "---", "---", "---", "---", "---", "---");
    for (Field field : fields) {
      Setting setting = field.setting();
      row(
          text,
          "`" + field.key() + "`",
          type(field.shape()),
          setting.unit(),
          defaultOf(field),
          limits(setting),
          setting.value());
    }
  }

  private static void row(StringBuilder text, String... cells) {
    List<String> escaped = new ArrayList<>();
    for (String cell : cells) {
      escaped.add(cell.replace("|", "\\|"));
    }
    text.append("| ").append(String.join(" | ", escaped)).append(" |\n");
  }

  private String type(Shape shape) {
    if (shape instanceof Shape.Flag) {
      return "`true` or `false`";
    }
    if (shape instanceof Shape.Whole) {
      return "whole number";
    }
    if (shape instanceof Shape.Real) {
      return "number";
    }
    if (shape instanceof Shape.Text) {
      return "text";
    }
    if (shape instanceof Shape.FileName) {
      return "file name";
    }
    if (shape instanceof Shape.Word word) {
      return word.constants().keySet().stream()
          .map(known -> "`" + known + "`")
          .collect(Collectors.joining(", "));
    }
    if (shape instanceof Shape.Elements list) {
      return "list: " + type(list.element());
    }
    if (shape instanceof Shape.Maybe maybe) {
      return type(maybe.value()) + ", or nothing";
    }
    if (shape instanceof Shape.Tuple tuple) {
      return "list `[" + String.join(", ", tuple.parts().keySet()) + "]`";
    }
    if (shape instanceof Shape.Group group) {
      return link("block", group.type());
    }
    Shape.Union union = (Shape.Union) shape;
    return union.options().stream()
        .map(option -> link("`" + option.id() + "`", option))
        .collect(Collectors.joining(", "));
  }

  private String link(String text, Object key) {
    Section section = sections.get(key);
    if (section == null) {
      throw new IllegalStateException("no section for " + key);
    }
    return "[" + text + "](#" + section.anchor() + ")";
  }

  private String defaultOf(Field field) {
    if (field.isRequired()) {
      return "required";
    }
    if (field.isOptional()) {
      return "none";
    }
    Binder.checkedDefault(shapes, field);
    return "`" + field.setting().defaultValue() + "`";
  }

  /** The limits without the unit, which has a column of its own. */
  private static String limits(Setting setting) {
    boolean unlimited =
        setting.min() == Double.NEGATIVE_INFINITY && setting.max() == Double.POSITIVE_INFINITY;
    if (unlimited) {
      return "";
    }
    String rule = Settings.rule(setting);
    String unit = " (" + setting.unit() + ")";
    return rule.endsWith(unit) ? rule.substring(0, rule.length() - unit.length()) : rule;
  }
}
