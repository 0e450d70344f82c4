package org.marsad.consumer.feeds.cap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class XmlDocumentTest {
  @Test
  void shouldEscapeTextAndAttributes() {
    assertThat(text("a < b & \"c\"")).contains("<e a=\"&lt;&quot;\">a &lt; b &amp; \"c\"</e>");
  }

  @Test
  void shouldHaveOneNamespace() {
    assertThat(text("x")).startsWith("<?xml").contains("<root xmlns=\"urn:x\"><e");
  }

  @Test
  void shouldReplaceWhatXmlCannotHold() {
    assertThat(text("a\u0000b\u001Bc\uFFFFd\uD800e\rf")).contains(">a b c d e f<");
    assertThat(text("حلب 😀\n\t")).contains(">حلب 😀\n\t<");
  }

  private static String text(String text) {
    var bytes = XmlDocument.write("root", "urn:x", xml -> xml.text("e", text, "a", "<\""));
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
