package org.marsad.consumer.feeds.cap;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** The phrases of CAP messages, from {@code cap.properties}. */
final class CapPhrases {
  static final String BUNDLE = "org.marsad.consumer.feeds.cap.cap";

  private CapPhrases() {}

  static String in(Locale language, String key, Object... facts) {
    return new MessageFormat(bundle(language).getString(key), language).format(facts);
  }

  /** In all languages, for an element that a message has once. */
  static String inAll(String key, Object... facts) {
    return Cap.LANGUAGES.stream()
        .map(language -> in(language, key, facts))
        .collect(Collectors.joining(" / "));
  }

  static ResourceBundle bundle(Locale language) {
    var control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return ResourceBundle.getBundle(BUNDLE, language, control);
  }
}
