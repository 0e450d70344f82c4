package org.marsad.consumer.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.message.Alert;
import org.marsad.message.AlertReference;
import org.marsad.message.Intent;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.schemas.Findings;

/** One alert in the texts of one language, each made from typed facts. Safe for several threads. */
public final class AlertText {
  /** Longest event, CAP 1.2. */
  public static final int LONGEST_EVENT = 35;

  /** Longest headline, CAP 1.2. */
  public static final int LONGEST_HEADLINE = 140;

  private final Texts texts;
  private final AlertTime time;
  private final Headline headline;
  private final Description description;
  private final HospitalView hospital;
  private final Instruction instruction;
  private final ShortForm shortForm;
  private final ChangeText changes;

  private AlertText(AreaNames names, Texts texts) {
    this.texts = texts;
    this.time = new AlertTime(texts);
    var place = new AlertPlace(names, texts);
    this.headline = new Headline(texts, time, place);
    this.description = new Description(texts, time, place);
    this.hospital = new HospitalView(texts, time, place);
    this.instruction = new Instruction(texts, time);
    this.shortForm = new ShortForm(texts, time, place);
    this.changes = new ChangeText(texts, time, place);
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

  /** What is gravest, and whether it updates or takes back an earlier alert: half a headline. */
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

  /** The gravest finding as a kind of event, at most 35 characters: {@code SECOND STRIKE}. */
  public String event(Alert alert) {
    return Cut.at(headline.event(alert), LONGEST_EVENT);
  }

  /** The headline for a reader of whom it is not known what he was told before. */
  public String headline(Alert alert) {
    return headline(alert, null);
  }

  /**
   * Where, when, what is gravest, what else and how sure, at most 140 characters; before it the
   * reality where it is not actual; of an update what has changed.
   *
   * @param earlier the alert as the reader was told it before; null: not known
   */
  public String headline(Alert alert, @Nullable Alert earlier) {
    return headline.of(asTold(alert, earlier), earlier, LONGEST_HEADLINE);
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
   * What a message says under its headline, a paragraph an entry: what has changed; the lines of a
   * hospital's surge, else the description with the days before a record; then the instruction.
   *
   * @param earlier the alert as the reader was told it before; null: not known
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
    var lines = new ArrayList<>(description.reality(alert));
    var changed = changed(alert, earlier);
    if (!changed.isEmpty()) {
      lines.add(changed);
    }
    var isCancelled = alert.getMessageType() == MessageType.CANCEL;
    if (Findings.surge(alert) != null && !isCancelled) {
      lines.addAll(hospital.of(alert));
      return lines;
    }
    var all = description.of(asTold(alert, earlier));
    lines.addAll(all.subList(description.reality(alert).size(), all.size()));
    var recent = isCancelled ? "" : description.recent(alert);
    if (!recent.isEmpty()) {
      lines.add(recent);
    }
    return lines;
  }

  /**
   * One SMS: place, time, what is gravest and what else, and the code to reply with. At most 160
   * septets of GSM-7, or 70 characters where one of them is not in GSM-7. What does not fit is left
   * out, the least important first: never the gravest finding, the place, the code, the reality or
   * that it is taken back, and that the strike stands where it does.
   *
   * @param earlier the alert as the reader was told it before; null: not known
   * @param code to reply with; null: none, a short name of the alert stands there
   */
  public String shortForm(Alert alert, @Nullable Alert earlier, @Nullable String code) {
    return shortForm.of(asTold(alert, earlier), earlier, code);
  }

  /** Why it is taken back: {@code CORRECTED: the strikes stand; …}, and that it is no all clear. */
  public String cancelled(Alert alert) {
    return headline.cancelled(alert) + ". " + texts.of("do.CANCEL");
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

  /**
   * The alert with what it says of former messages as this reader got them: which one it replaces
   * and, where it is taken back, what it said.
   */
  private static Alert asTold(Alert alert, @Nullable Alert earlier) {
    if (earlier == null || alert.getMessageType() == MessageType.ALERT) {
      return alert;
    }
    var replaced =
        new AlertReference(earlier.getRevision(), earlier.getSentAt(), earlier.getInterrupts());
    var told = Alert.newBuilder(alert).setReferences(List.of(replaced));
    if (alert.getMessageType() == MessageType.CANCEL
        && earlier.getMessageType() != MessageType.CANCEL) {
      told.setFindings(earlier.getFindings())
          .setKilled(earlier.getKilled())
          .setInjured(earlier.getInjured())
          .setImpacts(earlier.getImpacts());
    }
    return told.build();
  }

  /** What has changed, in a sentence; empty where it is no update or nothing is known of it. */
  private String changed(Alert alert, @Nullable Alert earlier) {
    if (!ChangeText.isMarked(alert)) {
      return "";
    }
    var all = changes.of(alert, earlier);
    if (earlier == null || alert.getMessageType() != MessageType.UPDATE) {
      return all.isEmpty() ? "" : texts.of("say.changed.new", changes.list(all));
    }
    var since = time.moment(earlier.getSentAt(), alert);
    return all.isEmpty()
        ? texts.of("say.unchanged", since)
        : texts.of("say.changed", since, changes.list(all));
  }
}
