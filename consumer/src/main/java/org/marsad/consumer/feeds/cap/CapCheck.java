package org.marsad.consumer.feeds.cap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Whether a document is a good CAP 1.2 message: the order and number of its elements, as the schema
 * has them, and the rules of the text that the schema lets pass (polygons, references, scope,
 * times, languages).
 */
public final class CapCheck {
  private final List<String> faults = new ArrayList<>();

  private CapCheck() {}

  /**
   * All faults, each as {@code path: what is there (expected: …)}; empty: none.
   *
   * @param document XML; what it names outside of itself is not fetched
   */
  public static List<String> faults(byte[] document) {
    var check = new CapCheck();
    check.run(document);
    return List.copyOf(check.faults);
  }

  /** Whether a text can be a sender or an identifier: no space, comma, {@code <} or {@code &}. */
  public static boolean isName(String text) {
    return CapValue.isName(text);
  }

  private void run(byte[] bytes) {
    try {
      var root = parse(bytes).getDocumentElement();
      if (isCap(root) && root.getLocalName().equals("alert")) {
        check(root, CapValue.ELEMENTS, "alert");
        if (faults.isEmpty()) { // rules may rely on the shape
          new CapRules(root, faults).check();
        }
      } else {
        faults.add(
            "document: " + root.getNodeName() + " (expected: alert of " + Cap.NAMESPACE + ")");
      }
    } catch (SAXException e) {
      faults.add("document: " + e.getMessage() + " (expected: XML without a DOCTYPE)");
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Without DOCTYPE there are no entities, so nothing outside the bytes is ever read. */
  private static Document parse(byte[] bytes)
      throws SAXException, IOException, ParserConfigurationException {
    var factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    factory.setXIncludeAware(false);
    factory.setExpandEntityReferences(false);
    var builder = factory.newDocumentBuilder();
    builder.setErrorHandler(new Strict());
    return builder.parse(new ByteArrayInputStream(bytes));
  }

  private void checkInside(Element parent, String path) {
    var children = elements(parent);
    var next = 0;
    for (var slot : CapShape.of(parent.getLocalName())) {
      var count = 0;
      while (next < children.size() && isNamed(children.get(next), slot.name())) {
        check(children.get(next), slot.value(), path + "/" + slot.name() + "[" + count + "]");
        count++;
        next++;
      }
      if (count < slot.least() || count > slot.most()) {
        faults.add(
            "%s/%s: %d (expected: %s)"
                .formatted(path, slot.name(), count, slot.least() == 1 ? "1" : "at most 1"));
      }
    }
    if (next < children.size()) {
      faults.add(
          "%s/%s: misplaced or unknown (expected: the elements of CAP 1.2 in their order)"
              .formatted(path, children.get(next).getNodeName()));
    }
  }

  private void check(Element element, CapValue value, String path) {
    var text = value.fits() == null ? ownText(element) : element.getTextContent();
    if (!value.accepts(text)) {
      faults.add("%s: \"%s\" (expected: %s)".formatted(path, text, value.expected()));
    }
    if (hasAttributes(element)) {
      faults.add(path + ": attributes (expected: none)");
    }
    if (value.fits() == null) {
      checkInside(element, path);
    } else if (!elements(element).isEmpty()) {
      faults.add(path + ": elements (expected: text)");
    }
  }

  private static boolean hasAttributes(Element element) {
    for (var i = 0; i < element.getAttributes().getLength(); i++) {
      var namespace = element.getAttributes().item(i).getNamespaceURI();
      if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(namespace)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCap(Element element) {
    return Cap.NAMESPACE.equals(element.getNamespaceURI());
  }

  private static boolean isNamed(Element element, String name) {
    return isCap(element) && name.equals(element.getLocalName());
  }

  static List<Element> elements(Element parent) {
    var elements = new ArrayList<Element>();
    for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }

  private static String ownText(Element parent) {
    var text = new StringBuilder();
    for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
        text.append(node.getNodeValue());
      }
    }
    return text.toString();
  }

  /** Throws instead of printing on the terminal. */
  private static final class Strict implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
