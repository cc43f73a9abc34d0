package org.ophiura.models.mjcf;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A stream of indented XML elements: attributes keep the order in which they are written.
 *
 * <p>Attributes go to the element that was opened last. Not safe for use by several threads.
 */
final class MjcfXml {
  private static final String INDENT = "  ";

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;
  private int depth;

  MjcfXml(String comment) {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      newLine();
      xml.writeComment(comment);
    } catch (XMLStreamException exception) {
      throw impossible(exception);
    }
  }

  /** Opens an element that will hold others, until {@link #close}. */
  MjcfXml open(String element) {
    try {
      newLine();
      xml.writeStartElement(element);
      depth++;
      return this;
    } catch (XMLStreamException exception) {
      throw impossible(exception);
    }
  }

  /** Closes the element opened last. */
  void close() {
    try {
      depth--;
      newLine();
      xml.writeEndElement();
    } catch (XMLStreamException exception) {
      throw impossible(exception);
    }
  }

  /** Writes an element that holds no others. */
  MjcfXml leaf(String element) {
    try {
      newLine();
      xml.writeEmptyElement(element);
      return this;
    } catch (XMLStreamException exception) {
      throw impossible(exception);
    }
  }

  MjcfXml attribute(String name, String value) {
    try {
      xml.writeAttribute(name, value);
      return this;
    } catch (XMLStreamException exception) {
      throw impossible(exception);
    }
  }

  MjcfXml attribute(String name, double... values) {
    return attribute(name, MjcfNumbers.format(values));
  }

  /** The finished document; nothing can be written after this. */
  String finish() {
    try {
      xml.writeEndDocument();
      newLine();
      xml.flush();
      return text.toString();
    } catch (XMLStreamException exception) {
      throw impossible(exception);
    }
  }

  private void newLine() throws XMLStreamException {
    xml.writeCharacters("\n" + INDENT.repeat(depth));
  }

  /** Writing to memory cannot fail: if it does, the order of the calls was wrong. */
  private static IllegalStateException impossible(XMLStreamException exception) {
    return new IllegalStateException("cannot write XML to memory", exception);
  }
}
