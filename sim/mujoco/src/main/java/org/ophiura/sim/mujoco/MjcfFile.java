package org.ophiura.sim.mujoco;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.ophiura.models.BrittleStarNames;
import org.ophiura.sim.Position;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A user's MJCF file made to stand alone: included files are put in their place, folders of meshes
 * and textures made absolute, solver options and target set. Edits the text's tree, so that every
 * other number stays as it was written (MuJoCo's own writer rounds them).
 */
public final class MjcfFile {
  private static final List<String> ASSET_FOLDERS = List.of("assetdir", "meshdir", "texturedir");

  private final Path file;
  private final Path folder;
  private final DocumentBuilder parser;

  private MjcfFile(Path file) {
    this.file = file;
    folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(""));
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setXIncludeAware(false);
    factory.setExpandEntityReferences(false);
    try {
      parser = factory.newDocumentBuilder();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
    parser.setErrorHandler(new DefaultHandler()); // The default one prints.
  }

  /**
   * Reads a file that MuJoCo has compiled before.
   *
   * @param target where the target is placed; empty leaves it
   * @throws MujocoException if the file or one that it includes cannot be read
   */
  public static String standAlone(
      Path file, PhysicsOverrides overrides, Optional<Position> target) {
    return new MjcfFile(file).text(overrides, target);
  }

  private String text(PhysicsOverrides overrides, Optional<Position> target) {
    Document document = parse(file);
    Element root = document.getDocumentElement();
    include(root, new HashSet<>());
    makeAssetFoldersAbsolute(document, root);
    writeOptions(document, root, overrides);
    target.ifPresent(position -> place(root, position));
    return serialize(document);
  }

  private Document parse(Path path) {
    try {
      return parser.parse(path.toFile());
    } catch (IOException | SAXException e) {
      throw new MujocoException(path + " cannot be read: " + e.getMessage());
    }
  }

  /** Replaces each include by what the file holds; paths are relative to the main file. */
  private void include(Element parent, Set<Path> seen) {
    for (Element child : children(parent)) {
      if (!child.getTagName().equals("include")) {
        include(child, seen);
        continue;
      }
      Path path = folder.resolve(child.getAttribute("file")).normalize();
      if (!seen.add(path)) {
        throw new MujocoException(file + " includes " + path + " twice");
      }
      Element included = parse(path).getDocumentElement();
      include(included, seen);
      for (Element element : children(included)) {
        parent.insertBefore(parent.getOwnerDocument().importNode(element, true), child);
      }
      parent.removeChild(child);
    }
  }

  private static List<Element> children(Element parent) {
    List<Element> elements = new ArrayList<>();
    NodeList nodes = parent.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }

  /** A relative path of a mesh or texture starts at its folder, and that at the main file's. */
  private void makeAssetFoldersAbsolute(Document document, Element root) {
    Element last = document.createElement("compiler");
    if (root.getElementsByTagName("asset").getLength() > 0) {
      last.setAttribute("assetdir", folder.toString());
    }
    NodeList models = root.getElementsByTagName("model");
    for (int i = 0; i < models.getLength(); i++) {
      if (models.item(i) instanceof Element model && model.hasAttribute("file")) {
        model.setAttribute(
            "file", folder.resolve(model.getAttribute("file")).normalize().toString());
      }
    }
    for (Element compiler : children(root)) {
      for (String attribute : ASSET_FOLDERS) {
        if (compiler.getTagName().equals("compiler") && compiler.hasAttribute(attribute)) {
          last.setAttribute(
              attribute, folder.resolve(compiler.getAttribute(attribute)).normalize().toString());
        }
      }
    }
    if (last.hasAttributes()) {
      root.appendChild(last);
    }
  }

  /** A later section of a kind adds to the earlier ones, and wins where both say something. */
  private static void writeOptions(Document document, Element root, PhysicsOverrides overrides) {
    Element option = document.createElement("option");
    overrides
        .timestepSeconds()
        .ifPresent(value -> option.setAttribute("timestep", Double.toString(value)));
    overrides
        .solverIterations()
        .ifPresent(value -> option.setAttribute("iterations", Integer.toString(value)));
    overrides
        .lineSearchIterations()
        .ifPresent(value -> option.setAttribute("ls_iterations", Integer.toString(value)));
    overrides
        .eulerDamping()
        .ifPresent(
            value -> {
              Element flag = document.createElement("flag");
              flag.setAttribute("eulerdamp", value ? "enable" : "disable");
              option.appendChild(flag);
            });
    if (option.hasAttributes() || option.hasChildNodes()) {
      root.appendChild(option);
    }
  }

  private static void place(Element root, Position position) {
    NodeList bodies = root.getElementsByTagName("body");
    for (int i = 0; i < bodies.getLength(); i++) {
      Node body = bodies.item(i);
      if (body instanceof Element element
          && element.getAttribute("name").equals(BrittleStarNames.TARGET_BODY)) {
        element.setAttribute("pos", position.x() + " " + position.y() + " " + position.z());
      }
    }
  }

  private static String serialize(Document document) {
    try {
      Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
      StringWriter text = new StringWriter();
      transformer.transform(new DOMSource(document), new StreamResult(text));
      return text.append(System.lineSeparator()).toString();
    } catch (TransformerException e) {
      throw new IllegalStateException(e);
    }
  }
}
