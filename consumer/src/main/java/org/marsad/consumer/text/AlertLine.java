package org.marsad.consumer.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.RecordFacts;
import org.marsad.message.ResidentialVerdict;
import org.marsad.message.Rule;
import org.marsad.message.Scale;

/** One alert as one line of a terminal: when, what, where, how much, how sure. */
public final class AlertLine {
  private final boolean colour;
  private final Texts texts;
  private final AlertTime time;
  private final AlertPlace place;
  private final Amounts amounts;
  private final SiteText sites;
  private final RepeatText repeats;
  private final WaveText waves;
  private final SurgeText surges;
  private final SilenceText silences;

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
    this.amounts = new Amounts(texts);
    this.sites = new SiteText(texts);
    this.repeats = new RepeatText(texts, time);
    this.waves = new WaveText(texts);
    this.surges = new SurgeText(texts, time);
    this.silences = new SilenceText(texts, time);
  }

  /** The line, without its end; free of control characters but for the colours asked for. */
  public String of(Alert alert) {
    var parts = new ArrayList<String>();
    parts.add(reality(alert) + time.of(alert));
    parts.add("%-6s".formatted(texts.of("type." + alert.getMessageType())));
    parts.addAll(claim(alert));
    if (alert.getRule() != Rule.SOURCE_SILENT) { // our own observation, nobody's word
      parts.add(texts.of("trust", certainty(alert), texts.counted("sources", alert.getSources())));
    }
    return " " + String.join("  ", parts);
  }

  /** The middle of the line: what, where and, as far as it is known, how much. */
  public List<String> claim(Alert alert) {
    var parts = new ArrayList<String>();
    parts.add(Colour.of(alert).paint(headline(alert), colour));
    parts.add(place.of(alert));
    var facts = texts.list(facts(alert));
    if (!facts.isEmpty()) {
      parts.add(facts);
    }
    return parts;
  }

  private String reality(Alert alert) {
    return alert.getReality() == Reality.ACTUAL
        ? ""
        : Colour.MARKED.paint(texts.of("reality." + alert.getReality()), colour) + " ";
  }

  private String headline(Alert alert) {
    var facts = alert.getRecord();
    if (alert.getRule() != Rule.HEAVIEST_IN_DAYS || facts == null) {
      return texts.code("rule", alert.getRule().name());
    }
    var key = facts.getScale() == Scale.STRIKE ? "rule.HEAVIEST_STRIKE" : "rule.HEAVIEST_DAY";
    return texts.counted(key, facts.getLikelyDays());
  }

  private List<String> facts(Alert alert) {
    if (alert.getMessageType() == MessageType.CANCEL) {
      return List.of(texts.of("withdrawn", texts.code("reason", alert.getReason().getCode())));
    }
    if (alert.getSurge() != null) {
      return List.of(surges.of(alert.getSurge(), alert, place.area(alert)));
    }
    if (alert.getSilence() != null) {
      return List.of(silences.of(alert.getSilence(), alert, place.area(alert)));
    }
    if (alert.getWave() != null) {
      return waves.of(alert.getWave(), alert);
    }
    var facts =
        alert.getRecord() == null
            ? factsOfAStrike(alert)
            : new ArrayList<>(facts(alert.getRecord()));
    var danger = alert.getDangerUntil();
    if (danger != null && danger.isAfter(alert.getSentAt())) {
      facts.add(texts.of("danger", time.moment(danger, alert)));
    }
    return facts;
  }

  private List<String> factsOfAStrike(Alert alert) {
    var facts = new ArrayList<String>();
    if (alert.getRepeat() != null) {
      facts.add(repeats.of(alert.getRepeat(), alert));
    }
    facts.addAll(sites.of(alert.getProtectedSites()));
    facts.addAll(amounts.of(alert));
    if (alert.getResidential() != null) {
      facts.add(basis(alert.getResidential()));
    }
    return facts;
  }

  private List<String> facts(RecordFacts record) {
    var facts = new ArrayList<String>();
    facts.add(amounts.of(record));
    var day = record.getDay();
    facts.add(
        record.getSinceRecordsBegan()
            ? texts.of("record.began", time.day(record.getRecordsBegan(), day))
            : texts.of("record.since", time.day(day.minusDays(record.getLikelyDays()), day)));
    if (record.getCertainDays() < record.getLikelyDays()) {
      facts.add(texts.counted("record.certain", record.getCertainDays()));
    }
    return facts;
  }

  private String basis(ResidentialVerdict verdict) {
    var share = verdict.getLivedInShare();
    return share == null
        ? texts.of("residential." + verdict.getBasis())
        : texts.of("residential.share", Math.round(100 * share));
  }

  private String certainty(Alert alert) {
    return texts.of("certainty." + alert.getCertainty());
  }
}
