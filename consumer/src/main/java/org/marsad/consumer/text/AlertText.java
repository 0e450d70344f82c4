package org.marsad.consumer.text;

import java.util.List;
import java.util.Locale;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.message.Alert;

/** One alert in the texts of one language, each made from typed facts. Safe for several threads. */
public final class AlertText {
  private static final int LONGEST_HEADLINE = 140;

  private final AlertLine line;

  private AlertText(AlertLine line) {
    this.line = line;
  }

  /**
   * Texts in a language.
   *
   * @param names of areas, for people
   * @param language English or Arabic
   */
  public static AlertText in(AreaNames names, Locale language) {
    return new AlertText(new AlertLine(names, language, false));
  }

  /** The rule in words, at most 35 characters: {@code REPEAT STRIKE}. */
  public String event(Alert alert) {
    return line.claim(alert).get(0);
  }

  /** What, where and how much, with the reality where it is not actual; at most 140 characters. */
  public String headline(Alert alert) {
    var text = String.join(", ", line.claim(alert));
    return text.length() <= LONGEST_HEADLINE ? text : text.substring(0, LONGEST_HEADLINE);
  }

  /** Everything that is known, one sentence an entry, most important first. */
  public List<String> description(Alert alert) {
    return List.of(line.of(alert).strip());
  }

  /** What the reader should do now; empty where there is nothing to do. */
  public String instruction(Alert alert) {
    return "";
  }
}
