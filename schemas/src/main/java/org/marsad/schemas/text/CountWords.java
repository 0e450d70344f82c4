package org.marsad.schemas.text;

import java.util.Locale;
import java.util.ResourceBundle;

/** What a count of people or impacts is called, alike in alerts and in answers to reports. */
public final class CountWords {
  private CountWords() {}

  /**
   * Patterns for {@link java.text.MessageFormat}, where {0} is the number, by {@code
   * amount.<what>.<form>}: what is KILLED, injured or IMPACTS, and the form is CLDR's of the number
   * ({@code few}). A form that is not there is {@code other}.
   *
   * @param language English or Arabic
   */
  public static ResourceBundle in(Locale language) {
    return ResourceBundle.getBundle(
        "org.marsad.schemas.text.counts",
        language,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
