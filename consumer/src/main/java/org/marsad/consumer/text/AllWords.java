package org.marsad.consumer.text;

import java.util.Locale;
import java.util.Map;

/** The words of alerts as they stand, for a page that speaks of alerts in the same words. */
public final class AllWords {
  private AllWords() {}

  /**
   * Patterns for {@link java.text.MessageFormat} by their keys.
   *
   * @param language English or Arabic; any other: English
   */
  public static Map<String, String> in(Locale language) {
    return Texts.in(language).patterns();
  }
}
