package org.ophiura.models.mjcf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.ophiura.models.Actuation;
import org.ophiura.models.AquariumArena;
import org.ophiura.models.BrittleStarMorphology;
import org.ophiura.models.BrittleStarScene;
import org.ophiura.models.PhysicsOptions;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What the writer wrote, read by the JDK's parser. */
final class ParsedMjcf {
  /** A few roundings of numbers below 100. */
  private static final double ROUNDING = 1e-13;

  private final Document document;

  ParsedMjcf(BrittleStarScene scene) {
    try {
      document =
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(MjcfWriter.toXml(scene))));
    } catch (SAXException | IOException | ParserConfigurationException exception) {
      throw new AssertionError("the writer's XML cannot be parsed", exception);
    }
  }

  /** A robot in the reference's arena. */
  static ParsedMjcf ofRobot(BrittleStarMorphology robot) {
    return new ParsedMjcf(
        BrittleStarScene.of(robot, AquariumArena.ofHalfSize(5, 3), PhysicsOptions.reference()));
  }

  /** The reference robot, otherwise driven and with other contact sensors. */
  static BrittleStarMorphology robot(
      List<Integer> segmentsPerArm, Actuation actuation, int contacts) {
    return BrittleStarMorphology.reference(segmentsPerArm)
        .withActuation(actuation)
        .withContactSensorsPerSegment(contacts);
  }

  static void assertNumbers(Element element, String attribute, double... expected) {
    assertArrayEquals(
        expected,
        numbers(element, attribute),
        ROUNDING,
        () -> element.getAttribute("name") + " " + attribute);
  }

  /** The elements that an XPath expression selects, in document order. */
  List<Element> elements(String path) {
    try {
      NodeList nodes =
          (NodeList)
              XPathFactory.newDefaultInstance()
                  .newXPath()
                  .evaluate(path, document, XPathConstants.NODESET);
      List<Element> elements = new ArrayList<>();
      for (int index = 0; index < nodes.getLength(); index++) {
        elements.add((Element) nodes.item(index));
      }
      return elements;
    } catch (XPathExpressionException exception) {
      throw new AssertionError(path, exception);
    }
  }

  List<String> names(String path) {
    return elements(path).stream().map(element -> element.getAttribute("name")).toList();
  }

  /** The one element of this tag and name. */
  Element named(String tag, String name) {
    List<Element> found = elements("//%s[@name='%s']".formatted(tag, name));
    if (found.size() != 1) {
      throw new AssertionError("%d elements %s named %s".formatted(found.size(), tag, name));
    }
    return found.get(0);
  }

  static double[] numbers(Element element, String attribute) {
    return Arrays.stream(element.getAttribute(attribute).split(" "))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }
}
