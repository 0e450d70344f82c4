package org.marsad.producer.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * What the form is made of. Its scripts travel as one, because each request is a risk on a bad
 * line; comments and indents stay at home.
 */
final class FormFiles {
  private static final List<String> SCRIPTS =
      List.of("texts.js", "store.js", "line.js", "reading.js", "outbox.js", "form.js");

  private final String script = SCRIPTS.stream().map(FormFiles::read).collect(Collectors.joining());
  private final String style = read("form.css");
  private final String page = read("form.html").replace("{version}", hash(script + style));

  /** The page, which names its script and style by their version. */
  String page() {
    return page;
  }

  String script() {
    return script;
  }

  String style() {
    return style;
  }

  /** Changes when the text does. */
  static String hash(String text) {
    var crc = new CRC32();
    crc.update(text.getBytes(UTF_8));
    return Long.toHexString(crc.getValue());
  }

  private static String read(String name) {
    try (var in = FormFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("form: " + name + " (expected: on the class path)");
      }
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("//"))
          .collect(Collectors.joining("\n", "", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
