package org.marsad.consumer.feeds.cap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * One document in one namespace, written element by element. What XML 1.0 cannot hold (controls,
 * lone surrogates) becomes a space.
 */
public final class XmlDocument {
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private final XMLStreamWriter writer;

  private XmlDocument(XMLStreamWriter writer) {
    this.writer = writer;
  }

  /**
   * Writes a document.
   *
   * @param root name of the root element
   * @param namespace of all elements
   * @param content writes what is inside the root
   * @return UTF-8 with its declaration
   */
  public static byte[] write(String root, String namespace, Consumer<XmlDocument> content) {
    var bytes = new ByteArrayOutputStream();
    try {
      var writer = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      writer.writeStartElement(root);
      writer.writeDefaultNamespace(namespace);
      content.accept(new XmlDocument(writer));
      writer.writeEndElement();
      writer.writeEndDocument();
      writer.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e); // the bytes are in memory
    }
    return bytes.toByteArray();
  }

  /** An element that holds others. */
  public void element(String name, Runnable content) {
    run(() -> writer.writeStartElement(name));
    content.run();
    run(writer::writeEndElement);
  }

  /**
   * An element that holds text.
   *
   * @param attributes names and values in turn
   */
  public void text(String name, String text, String... attributes) {
    run(
        () -> {
          writer.writeStartElement(name);
          writeAttributes(attributes);
          writer.writeCharacters(legal(text));
          writer.writeEndElement();
        });
  }

  /**
   * An element that holds nothing.
   *
   * @param attributes names and values in turn
   */
  public void empty(String name, String... attributes) {
    run(
        () -> {
          writer.writeEmptyElement(name);
          writeAttributes(attributes);
        });
  }

  /** An attribute of the element that was begun last. */
  public void attribute(String name, String value) {
    run(() -> writer.writeAttribute(name, legal(value)));
  }

  private void writeAttributes(String... attributes) throws XMLStreamException {
    for (var i = 0; i + 1 < attributes.length; i += 2) {
      writer.writeAttribute(attributes[i], legal(attributes[i + 1]));
    }
  }

  private static String legal(String text) {
    return text.codePoints().allMatch(XmlDocument::isLegal)
        ? text
        : text.codePoints()
            .map(point -> isLegal(point) ? point : ' ')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  /** The production Char of XML 1.0, without the carriage return, which parsers change. */
  private static boolean isLegal(int point) {
    return point == '\t'
        || point == '\n'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }

  private static void run(Step step) {
    try {
      step.run();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e); // the bytes are in memory
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws XMLStreamException;
  }
}
