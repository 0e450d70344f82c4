package org.marsad.consumer.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of one language, from {@code text.properties}. */
final class Texts {
  private static final String BUNDLE = "org.marsad.consumer.text.text";

  private final ResourceBundle bundle;
  private final Locale locale;

  private Texts(ResourceBundle bundle, Locale locale) {
    this.bundle = bundle;
    this.locale = locale;
  }

  /** The bundle of a language, else the English one; never that of the machine. */
  static Texts in(Locale locale) {
    var control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return new Texts(ResourceBundle.getBundle(BUNDLE, locale, control), locale);
  }

  Locale locale() {
    return locale;
  }

  /** The sentence of a key, its places filled. */
  String of(String key, Object... facts) {
    return new MessageFormat(bundle.getString(key), locale).format(facts);
  }

  /** The sentence of a key, or of its other form, for a count; the count is its first fact. */
  String counted(String key, int count, Object... facts) {
    var all = new Object[facts.length + 1];
    all[0] = count;
    System.arraycopy(facts, 0, all, 1, facts.length);
    return of(key + (count == 1 ? ".one" : ".other"), all);
  }

  /** The words for a code such as {@code RESIDENTIAL_STRIKE}; the code itself where none are. */
  String code(String kind, String code) {
    var key = kind + "." + code;
    return bundle.containsKey(key)
        ? of(key)
        : PlainText.of(code).toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
