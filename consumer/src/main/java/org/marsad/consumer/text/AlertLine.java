package org.marsad.consumer.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.message.Alert;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.message.SubjectKind;
import org.marsad.schemas.Findings;

/**
 * One alert as one line of a terminal: when, where, what is gravest, what else, how sure.
 *
 * <pre>{@code
 * 14:21  al-Fardous, Aleppo · SECOND STRIKE, 340 m from 14:05 · danger until 15:21  [observed; 2 sources]
 * }</pre>
 */
public final class AlertLine {
  private static final String BETWEEN = " · ";
  private static final String APART = "  ";

  /** Changes that the line names, the gravest. */
  private static final int CHANGES = 2;

  private final boolean colour;
  private final Texts texts;
  private final AlertTime time;
  private final AlertPlace place;
  private final Chips chips;
  private final ChangeText changes;

  /**
   * @param names of areas, for people
   * @param colour whether ANSI colours are put in
   */
  public AlertLine(AreaNames names, boolean colour) {
    this(names, Locale.ENGLISH, colour);
  }

  /**
   * Lines in a language.
   *
   * @param names of areas, for people
   * @param language English or Arabic
   * @param colour whether ANSI colours are put in
   */
  public AlertLine(AreaNames names, Locale language, boolean colour) {
    this.colour = colour;
    this.texts = Texts.in(language);
    this.time = new AlertTime(texts);
    this.place = new AlertPlace(names, texts);
    this.chips = new Chips(texts, time, place);
    this.changes = ChangeText.brief(texts, time, place);
  }

  /** The line, without its end; free of control characters but for the colours asked for. */
  public String of(Alert alert) {
    return of(alert, null);
  }

  /**
   * The same, and what has changed since the reader was told it.
   *
   * @param earlier as the reader was told it; null: not known
   */
  public String of(Alert alert, @Nullable Alert earlier) {
    var claims = chips.claims(alert);
    var middle = new ArrayList<String>();
    middle.addAll(place(alert));
    if (ChangeText.isMarked(alert)) {
      middle.add(changes.mark(alert, earlier, CHANGES));
    }
    middle.add(Colour.of(alert).paint(claims.get(0), colour));
    middle.addAll(claims.subList(1, claims.size()));
    var limits = chips.limits(alert);
    var isDay = alert.getSubject().getKind() == SubjectKind.DAY;
    if (!isDay) {
      middle.addAll(limits);
    }
    var parts = new ArrayList<String>();
    parts.add(reality(alert) + time.told(alert));
    parts.add(String.join(BETWEEN, middle));
    if (isDay) { // the bars stand beside the number that they show
      parts.add(chips.bars(alert));
      parts.add(texts.list(limits));
    }
    parts.add(chips.trust(alert));
    return " " + String.join(APART, parts.stream().filter(part -> !part.isEmpty()).toList());
  }

  /**
   * The middle of the line: the place, what is gravest, and whatever else is known. Of an alert
   * that is taken back: the place, why, what it said.
   */
  public List<String> claim(Alert alert) {
    var claim = new ArrayList<String>();
    claim.add(place.of(alert));
    claim.addAll(chips.of(alert));
    return claim;
  }

  /** A notice of our own is about a place only where it names one. */
  private List<String> place(Alert alert) {
    return Findings.has(alert, Rule.CHANNEL_TEST) || alert.getArea().isEmpty()
        ? List.of()
        : List.of(place.of(alert));
  }

  private String reality(Alert alert) {
    return alert.getReality() == Reality.ACTUAL
        ? ""
        : Colour.MARKED.paint(texts.of("reality." + alert.getReality()), colour) + " ";
  }
}
