package org.marsad.consumer.subscribers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a text must be written so that what it stands in takes it for nothing but text. */
public enum Encoding {
  /** Inside a string of JSON. */
  JSON("application/json") {
    @Override
    String encode(String text) {
      return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }
  },
  /** A value of a form, or of a URL's query. */
  FORM("application/x-www-form-urlencoded") {
    @Override
    String encode(String text) {
      return URLEncoder.encode(text, UTF_8);
    }
  },
  /** As it is. */
  PLAIN("text/plain") {
    @Override
    String encode(String text) {
      return text;
    }
  };

  private final String mediaType;

  Encoding(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The encoding of a body, by the header {@code content-type}; parameters do not matter. */
  public static Optional<Encoding> of(String contentType) {
    var type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(each -> each.mediaType.equals(type)).findFirst();
  }

  abstract String encode(String text);
}
