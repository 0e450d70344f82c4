package org.marsad.consumer.feeds.cap;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/** A CAP message as a receiver reads it: elements by path. */
final class ParsedCap {
  private final Element root;

  private ParsedCap(Element root) {
    this.root = root;
  }

  static ParsedCap of(byte[] document) {
    try {
      var factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var stream = new ByteArrayInputStream(document);
      return new ParsedCap(factory.newDocumentBuilder().parse(stream).getDocumentElement());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** The texts of all elements at a path such as {@code info/area/areaDesc}. */
  List<String> all(String path) {
    return elements(path).stream().map(Element::getTextContent).toList();
  }

  /** The one text at a path; the first where every info block says the same. */
  String one(String path) {
    var texts = all(path).stream().distinct().toList();
    if (texts.size() != 1) {
      throw new AssertionError(path + ": " + texts);
    }
    return texts.get(0);
  }

  /** The value under a name, of a parameter or the like, the same in every info block. */
  String value(String path, String name) {
    var values =
        elements(path).stream()
            .filter(element -> child(element, "valueName").equals(name))
            .map(element -> child(element, "value"))
            .distinct()
            .toList();
    if (values.size() != 1) {
      throw new AssertionError(path + " " + name + ": " + values);
    }
    return values.get(0);
  }

  private static String child(Element element, String name) {
    return new ParsedCap(element).one(name);
  }

  private List<Element> elements(String path) {
    var found = List.of(root);
    for (var name : path.split("/", -1)) {
      var next = new ArrayList<Element>();
      for (var parent : found) {
        for (var element : CapCheck.elements(parent)) {
          if (name.equals(element.getLocalName())) {
            next.add(element);
          }
        }
      }
      found = next;
    }
    return found;
  }
}
