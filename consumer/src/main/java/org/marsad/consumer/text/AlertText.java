package org.marsad.consumer.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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

  /**
   * What a message says under its headline, a paragraph an entry: the six lines of a hospital's
   * surge, else the description; then the instruction.
   *
   * @param earlier the alert as the reader was told it before; null: not known, so nothing is said
   *     of what has changed
   */
  public List<String> body(Alert alert, @Nullable Alert earlier) {
    var paragraphs = new ArrayList<>(description(alert));
    var instruction = instruction(alert);
    if (!instruction.isEmpty()) {
      paragraphs.add(instruction);
    }
    return paragraphs;
  }

  /**
   * One SMS: place, kind, size, time, and the code to reply with. At most 160 septets of GSM-7, or
   * 70 characters where one of them is not in GSM-7.
   *
   * @param code to reply with; null: none, the alert's short id stands there
   */
  public String shortForm(Alert alert, @Nullable String code) {
    return headline(alert);
  }
}
