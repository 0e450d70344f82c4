package org.marsad.consumer.text;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marsad.message.CountRange;

/**
 * The sentences of explanations in one language, from {@code explain.properties}; counts,
 * distances, lengths of time and names of codes are those of the alerts. Safe for several threads.
 */
public final class ExplainText {
  static final String BUNDLE = "org.marsad.consumer.text.explain";

  private final Texts own;
  private final Texts alerts;
  private final Amounts amounts;
  private final Distance distance;
  private final Span span;
  private final Bidi bidi;

  private ExplainText(Locale language) {
    this.own = Texts.in(language, BUNDLE);
    this.alerts = Texts.in(language);
    this.amounts = new Amounts(alerts);
    this.distance = new Distance(alerts);
    this.span = new Span(alerts);
    this.bidi = new Bidi(alerts.isRightToLeft());
  }

  /**
   * In a language.
   *
   * @param language Arabic, else English
   */
  public static ExplainText in(Locale language) {
    return new ExplainText(language);
  }

  /** The sentence of a key, its places filled. */
  public String of(String key, Object... facts) {
    return own.of(key, facts);
  }

  /** The sentence of a key, in the form that a count asks for; the count is its first fact. */
  public String counted(String key, int count, Object... facts) {
    return own.counted(key, count, facts);
  }

  /** Whether there is such a sentence. */
  public boolean has(String key) {
    return own.has(key);
  }

  /** What the alerts call a code, such as {@code source.AGENCY}. */
  public String told(String key) {
    return alerts.of(key);
  }

  /** What the alerts call one of a kind, such as {@code site.SCHOOL}. */
  public String toldOne(String key) {
    return alerts.counted(key, 1);
  }

  /** {@code 4 killed (2–6)}; the key says of what, as the alerts do: {@code KILLED}. */
  public String amount(String key, CountRange range) {
    return amounts.of(key, range);
  }

  /** {@code 59 (59–74)}. */
  public String range(CountRange range) {
    return amounts.of(range);
  }

  /** {@code 3 strikes}. */
  public String strikes(int count) {
    return alerts.counted("amount.strikes", count);
  }

  /** {@code 340 m}, {@code 2.5 km}. */
  public String distance(double metres) {
    return distance.of(metres);
  }

  /** {@code 45 s}, {@code 17 min}, {@code 2 h 10 min}: to the minute, from the first minute on. */
  public String length(Duration length) {
    return length.toMinutes() == 0 ? span.exactly(length) : span.inMinutes(length);
  }

  /** {@code ▁..▃█}: the last day on the right, a dot where nobody was heard of. */
  public static String bars(List<@Nullable Integer> counts) {
    return Sparkline.bars(counts);
  }

  /** Several in a row. */
  public String list(List<String> items) {
    return alerts.list(items);
  }

  /** The name of a place, kept in its own order where it may run the other way. */
  public String name(String name) {
    return bidi.name(name);
  }

  /** An id, a code or a calculation, kept in its own order within Arabic. */
  public String code(String text) {
    return bidi.code(text);
  }

  /** Dates and times in the language. */
  public DateTimeFormatter dates(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, alerts.locale());
  }

  /** The code that names have in this language, {@code en} or {@code ar}. */
  public String language() {
    return alerts.language();
  }
}
