package org.marsad.consumer.text;

import com.ibm.icu.text.PluralRules;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.marsad.schemas.text.CountWords;

/**
 * The sentences of one language, from {@code text.properties} and {@link CountWords}. A count
 * chooses the form of its sentence by the plural rules of the language (CLDR): two in English, six
 * in Arabic.
 */
final class Texts {
  static final String BUNDLE = "org.marsad.consumer.text.text";

  /** Months as they are called in Syria, digits as telephones show them. */
  private static final Locale ARABIC = Locale.forLanguageTag("ar-SY-u-nu-latn");

  private final ResourceBundle bundle;
  private final ResourceBundle counts;
  private final Locale locale;
  private final PluralRules plurals;

  private Texts(ResourceBundle bundle, Locale locale) {
    this.bundle = bundle;
    this.counts = CountWords.in(locale);
    this.locale = locale;
    this.plurals = PluralRules.forLocale(locale);
  }

  /** The alerts' sentences in a language, else in English; never in that of the machine. */
  static Texts in(Locale language) {
    return in(language, BUNDLE);
  }

  /** The same of another bundle. */
  static Texts in(Locale language, String bundle) {
    var control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    var locale = language.getLanguage().equals("ar") ? ARABIC : Locale.ENGLISH;
    return new Texts(ResourceBundle.getBundle(bundle, locale, control), locale);
  }

  /** All its patterns by their keys. */
  Map<String, String> patterns() {
    var patterns = new TreeMap<String, String>();
    for (var each : List.of(bundle, counts)) {
      each.keySet().forEach(key -> patterns.put(key, each.getString(key)));
    }
    return patterns;
  }

  /** The language with its ways to write numbers and dates. */
  Locale locale() {
    return locale;
  }

  /** The code that names have in this language, {@code en} or {@code ar}. */
  String language() {
    return locale.getLanguage();
  }

  boolean isRightToLeft() {
    return locale.equals(ARABIC);
  }

  /** The sentence of a key, its places filled. */
  String of(String key, Object... facts) {
    return new MessageFormat(pattern(key), locale).format(facts);
  }

  /** The sentence of a key, in the form that a count asks for; the count is its first fact. */
  String counted(String key, int count, Object... facts) {
    var all = new Object[facts.length + 1];
    all[0] = count;
    System.arraycopy(facts, 0, all, 1, facts.length);
    var form = key + "." + plurals.select(count);
    return of(has(form) ? form : key + ".other", all);
  }

  boolean has(String key) {
    return bundle.containsKey(key) || counts.containsKey(key);
  }

  private String pattern(String key) {
    return (counts.containsKey(key) ? counts : bundle).getString(key);
  }

  /** The first letter a capital one, where the language has them. */
  String sentence(String text) {
    var first = text.codePointAt(0);
    return Character.toString(Character.toTitleCase(first))
        + text.substring(Character.charCount(first));
  }

  /** Several in a row. */
  String list(List<String> items) {
    return String.join(bundle.getString("list.separator"), items);
  }
}
