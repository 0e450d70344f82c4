package org.marsad.consumer.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.message.Alert;
import org.marsad.message.CountRange;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.SubjectKind;

/**
 * One message in place of many: how many alerts in what time, what they come to together, then each
 * in a line, the gravest first. Safe for several threads.
 */
public final class SummaryText {
  private static final Comparator<Alert> GRAVEST_FIRST =
      Comparator.comparing(Alert::getSeverity)
          .thenComparing(Alert::getOnset, Comparator.reverseOrder())
          .thenComparing(Alert::getAlertId);

  private final Texts texts;
  private final AlertTime time;
  private final AlertPlace place;
  private final Headline headline;
  private final ShortFacts facts;
  private final CancelText cancels;
  private final Amounts amounts;

  private SummaryText(AreaNames names, Texts texts) {
    this.texts = texts;
    this.time = new AlertTime(texts);
    this.place = new AlertPlace(names, texts);
    this.headline = new Headline(texts, time, place);
    this.facts = new ShortFacts(texts, time, place);
    this.cancels = new CancelText(texts, time);
    this.amounts = new Amounts(texts);
  }

  /**
   * Texts in a language.
   *
   * @param names of areas, for people
   * @param language English or Arabic; any other: English
   */
  public static SummaryText in(AreaNames names, Locale language) {
    return new SummaryText(names, Texts.in(language));
  }

  /**
   * {@code 14:15–14:30 · 9 alerts: 6 strikes, 34 killed (30–40)}.
   *
   * @param views at least one
   * @param from start of the time that it covers
   * @param until its end
   */
  public String headline(List<Alert> views, Instant from, Instant until) {
    var parts = new ArrayList<String>();
    var when = time.span(from, until, views.get(0));
    var strikes = strikes(views);
    if (!strikes.isEmpty()) {
      parts.add(texts.counted("amount.strikes", strikes.size()));
      add("KILLED", strikes, Alert::getKilled, parts);
      add("injured", strikes, Alert::getInjured, parts);
      var uncounted =
          (int)
              strikes.stream()
                  .filter(strike -> strike.getKilled() == null && strike.getInjured() == null)
                  .count();
      if (uncounted > 0) {
        parts.add(texts.counted("summary.uncounted", uncounted));
      }
    }
    var said = texts.counted("summary.alerts", views.size(), when);
    var text = parts.isEmpty() ? said : texts.of("summary", said, texts.list(parts));
    return marked(views, text);
  }

  /** {@code 3 alerts wait for the summary at 14:30}, on the clocks of the first one's area. */
  public String awaited(List<Alert> views, Instant due) {
    return marked(
        views, texts.counted("summary.awaited", views.size(), time.moment(due, views.get(0))));
  }

  /** A line each, the gravest first. */
  public List<String> lines(List<Alert> views) {
    return sorted(views).map(view -> headline.of(view, null, Integer.MAX_VALUE)).toList();
  }

  /** One SMS: as many of them as fit, the gravest first, and how many more there are. */
  public String shortForm(List<Alert> views, Instant from, Instant until) {
    var items = sorted(views).map(view -> item(view, isMixed(views))).toList();
    var start =
        marked(
            views,
            texts.counted("summary.short", views.size(), time.span(from, until, views.get(0))));
    for (var shown = items.size(); shown > 0; shown--) {
      var more = items.size() - shown;
      var text = new ArrayList<>(items.subList(0, shown));
      if (more > 0) {
        text.add(texts.counted("summary.more", more));
      }
      var sms = sms(texts.of("summary", start, String.join(texts.of("summary.between"), text)));
      if (Gsm7.fits(sms)) {
        return sms;
      }
    }
    return sms(start);
  }

  private String sms(String text) {
    return texts.isRightToLeft() ? text : Gsm7.plain(text);
  }

  /** {@code al-Fardous 14:21 SECOND STRIKE}. */
  private String item(Alert view, boolean isMixed) {
    var said = view.getMessageType() == MessageType.CANCEL ? cancels.mark(view) : facts.lead(view);
    var item = texts.of("summary.item", place.brief(view), time.brief(view), said);
    return isMixed && view.getReality() != Reality.ACTUAL
        ? texts.of("reality." + view.getReality()) + " " + item
        : item;
  }

  private void add(
      String key,
      List<Alert> strikes,
      Function<Alert, @Nullable CountRange> count,
      List<String> parts) {
    var counted = strikes.stream().map(count).filter(Objects::nonNull).toList();
    counted.stream()
        .reduce(SummaryText::sum)
        .ifPresent(sum -> parts.add(amounts.sum(key, sum, strikes.size() - counted.size())));
  }

  private static CountRange sum(CountRange one, CountRange other) {
    var isOpen = one.getHigh() == null || other.getHigh() == null;
    return new CountRange(
        one.getLow() + other.getLow(),
        one.getBest() + other.getBest(),
        isOpen ? null : Integer.valueOf(one.getHigh() + other.getHigh()));
  }

  /** Different strikes that stand: what they did adds up. */
  private static List<Alert> strikes(List<Alert> views) {
    return views.stream()
        .filter(view -> view.getSubject().getKind() == SubjectKind.STRIKE)
        .filter(view -> view.getMessageType() != MessageType.CANCEL)
        .toList();
  }

  private String marked(List<Alert> views, String text) {
    var reality = views.get(0).getReality();
    return isMixed(views) || reality == Reality.ACTUAL
        ? text
        : texts.of("short.mark", texts.of("reality." + reality)) + text;
  }

  private static boolean isMixed(List<Alert> views) {
    return views.stream().map(Alert::getReality).distinct().count() > 1;
  }

  private static Stream<Alert> sorted(List<Alert> views) {
    return views.stream().sorted(GRAVEST_FIRST);
  }
}
