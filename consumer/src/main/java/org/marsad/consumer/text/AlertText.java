package org.marsad.consumer.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.message.Alert;
import org.marsad.message.Intent;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;

/** One alert in the texts of one language, each made from typed facts. Safe for several threads. */
public final class AlertText {
  /** Longest event, CAP 1.2. */
  public static final int LONGEST_EVENT = 35;

  /** Longest headline, CAP 1.2. */
  public static final int LONGEST_HEADLINE = 140;

  private final Texts texts;
  private final Headline headline;
  private final Description description;
  private final HospitalView hospital;
  private final Instruction instruction;
  private final ShortForm shortForm;

  private AlertText(AreaNames names, Texts texts) {
    this.texts = texts;
    var time = new AlertTime(texts);
    var place = new AlertPlace(names, texts);
    this.headline = new Headline(names, texts);
    this.description = new Description(texts, time, place);
    this.hospital = new HospitalView(texts, time, place);
    this.instruction = new Instruction(texts, time);
    this.shortForm = new ShortForm(texts, time, place);
  }

  /**
   * Texts in a language.
   *
   * @param names of areas, for people
   * @param language English or Arabic; any other: English
   */
  public static AlertText in(AreaNames names, Locale language) {
    return new AlertText(names, Texts.in(language));
  }

  /** Its tag, {@code en} or {@code ar}. */
  public String language() {
    return texts.language();
  }

  /** The event, and whether it updates or withdraws an earlier alert: half a headline. */
  public String title(Alert alert) {
    return headline.title(alert);
  }

  /** Where and when: the other half. */
  public String where(Alert alert) {
    return headline.where(alert);
  }

  /** Whether the language runs from right to left. */
  public boolean isRightToLeft() {
    return texts.isRightToLeft();
  }

  /** The rule in words, at most 35 characters: {@code REPEAT STRIKE}. */
  public String event(Alert alert) {
    return Cut.at(headline.event(alert), LONGEST_EVENT);
  }

  /**
   * What, where, when and how much, at most 140 characters; before it the reality where it is not
   * actual, and whether it updates or withdraws an earlier one.
   */
  public String headline(Alert alert) {
    return Cut.at(headline.of(alert), LONGEST_HEADLINE);
  }

  /**
   * Everything that is known, one sentence or a few that belong together an entry, most important
   * first. Of an exercise or a test the first entry says so.
   */
  public List<String> description(Alert alert) {
    return description.of(alert);
  }

  /**
   * What those who answer an alert should do now: crews, hospitals, operations centres, not the
   * public. Empty where there is nothing to do.
   */
  public String instruction(Alert alert) {
    return instruction.of(alert);
  }

  /**
   * What a message says under its headline, a paragraph an entry: the six lines of a hospital's
   * surge, else the description; then the instruction.
   *
   * @param earlier the alert as the reader was told it before; null: not known, so nothing is said
   *     of what has changed
   */
  public List<String> body(Alert alert, @Nullable Alert earlier) {
    var paragraphs = new ArrayList<>(lines(alert, earlier));
    var toDo = instruction.of(alert);
    if (!toDo.isEmpty()) {
      paragraphs.add(toDo);
    }
    return paragraphs;
  }

  /** The same without the instruction. */
  public List<String> lines(Alert alert, @Nullable Alert earlier) {
    var isSurge = alert.getSurge() != null && alert.getMessageType() != MessageType.CANCEL;
    return isSurge ? hospitalView(alert, earlier) : description.of(alert);
  }

  /**
   * One SMS: kind, place, size, time, and the code to reply with. At most 160 septets of GSM-7, or
   * 70 characters where one of them is not in GSM-7. What does not fit is left out, the least
   * important first: never the kind, the place, the code, the reality or that it is withdrawn.
   *
   * @param code to reply with; null: none, a short name of the alert stands there
   */
  public String shortForm(Alert alert, @Nullable String code) {
    return shortForm.of(alert, code);
  }

  /** That it is an exercise or a test, in one word; empty where it is actual. */
  public String reality(Alert alert) {
    return alert.getReality() == Reality.ACTUAL ? "" : texts.of("reality." + alert.getReality());
  }

  /** What stands above the answers that a reader can give. */
  public String answers() {
    return texts.of("mail.answers");
  }

  /** What stands at the end of a mail. */
  public String signature() {
    return texts.of("mail.signature");
  }

  /** What a reader says by an answer, as on a button: {@code On our way}. */
  public String answer(Intent intent) {
    return texts.of("answer." + intent);
  }

  private List<String> hospitalView(Alert alert, @Nullable Alert earlier) {
    var lines = new ArrayList<>(description.reality(alert));
    lines.addAll(hospital.of(alert, earlier));
    return lines;
  }
}
