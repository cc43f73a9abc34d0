package org.ophiura.app.config;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Parses YAML text to a {@link Tree}. The part of YAML that would make a file mean something else
 * than it shows (anchors, aliases, tags, several documents) is refused.
 */
final class YamlText {
  private static final int DEEPEST = 40;

  private final Location file;
  private final boolean countLines;
  private final Problems problems;
  private final Iterator<Event> events;

  private YamlText(String text, Location file, boolean countLines, Problems problems) {
    this.countLines = countLines;
    this.file = file;
    this.problems = problems;
    this.events = new Yaml(new LoaderOptions()).parse(new StringReader(text)).iterator();
  }

  /**
   * Parses one document.
   *
   * @param at where the text stands
   * @param countLines whether it is a file, whose values have lines of their own
   * @param problems receives what is wrong
   * @return nothing if the text is not YAML; an empty text is a scalar that is nothing
   */
  static Optional<Tree> parse(String text, Location at, boolean countLines, Problems problems) {
    YamlText yaml = new YamlText(text, at, countLines, problems);
    try {
      return Optional.of(yaml.document());
    } catch (Refused e) {
      problems.add(e.at, e.rule);
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      problems.add(
          yaml.line(mark),
          "column " + (mark.getColumn() + 1) + " is not valid YAML: " + oneLine(e.getProblem()));
    } catch (ReaderException e) {
      long before = text.codePoints().limit(e.getPosition()).filter(c -> c == '\n').count();
      problems.add(
          countLines ? at.atLine((int) before + 1) : at,
          String.format("has a control character (U+%04X); take it out", e.getCodePoint()));
    } catch (YAMLException e) {
      problems.add(at, "is not valid YAML: " + oneLine(String.valueOf(e.getMessage())));
    }
    return Optional.empty();
  }

  private Tree document() throws Refused {
    events.next(); // start of the stream
    Event start = events.next();
    if (start.is(Event.ID.StreamEnd)) {
      return new Tree.Scalar("", true, file);
    }
    Tree root = value(events.next(), null, "", 0);
    Event end = events.next();
    Event after = events.next();
    if (!(end instanceof DocumentEndEvent) || !after.is(Event.ID.StreamEnd)) {
      throw new Refused(
          line(after.getStartMark()), "starts a second document (---); a file holds one");
    }
    return root;
  }

  private Tree value(Event event, @Nullable Location keyAt, String path, int depth) throws Refused {
    Location own = line(event.getStartMark());
    Location at = keyAt == null ? own : keyAt;
    if (depth > DEEPEST) {
      throw new Refused(own, "is nested deeper than " + DEEPEST + " levels");
    }
    if (event instanceof AliasEvent alias) {
      throw new Refused(own, "uses an alias (*" + alias.getAnchor() + "); write the value out");
    }
    if (event instanceof NodeEvent node && node.getAnchor() != null) {
      throw new Refused(own, "sets an anchor (&" + node.getAnchor() + "); write the values out");
    }
    if (event instanceof ScalarEvent scalar) {
      refuseTag(scalar.getTag(), own);
      return new Tree.Scalar(scalar.getValue(), scalar.getScalarStyle() == ScalarStyle.PLAIN, at);
    }
    if (event instanceof SequenceStartEvent sequence) {
      refuseTag(sequence.getTag(), own);
      List<Tree> elements = new ArrayList<>();
      for (Event next = events.next(); !next.is(Event.ID.SequenceEnd); next = events.next()) {
        elements.add(value(next, null, path + "[" + elements.size() + "]", depth + 1));
      }
      return new Tree.Sequence(elements, at);
    }
    if (event instanceof MappingStartEvent mapping) {
      refuseTag(mapping.getTag(), own);
      return block(at, path, depth);
    }
    throw new IllegalStateException("unexpected YAML event " + event);
  }

  private Tree block(Location at, String path, int depth) throws Refused {
    Map<String, Tree> entries = new LinkedHashMap<>();
    for (Event next = events.next(); !next.is(Event.ID.MappingEnd); next = events.next()) {
      Location keyAt = line(next.getStartMark());
      if (!(value(next, null, path, depth + 1) instanceof Tree.Scalar key)) {
        throw new Refused(keyAt, "has a list or a block as a key; a key is a setting's name");
      }
      String keyPath = path.isEmpty() ? key.text() : path + "." + key.text();
      Tree value = value(events.next(), keyAt, keyPath, depth + 1);
      Tree first = entries.putIfAbsent(key.text(), value);
      if (first != null) {
        String where = countLines ? ", first in line " + first.at().line() : "";
        problems.add(keyAt, keyPath, "is given twice" + where + "; keep one");
      }
    }
    return new Tree.Block(entries, at);
  }

  private static void refuseTag(@Nullable String tag, Location at) throws Refused {
    if (tag != null) {
      throw new Refused(
          at, "has a tag (" + tag.replace(Tag.PREFIX, "!!") + "); write the value without it");
    }
  }

  private Location line(Mark mark) {
    return countLines ? file.atLine(mark.getLine() + 1) : file;
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\n\\s*", "; ");
  }

  /** Ends the parsing at something that is refused. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Location at;
    private final String rule;

    Refused(Location at, String rule) {
      super(rule);
      this.at = at;
      this.rule = rule;
    }
  }
}
