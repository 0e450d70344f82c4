package org.marsad.consumer.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.marsad.message.Alert;
import org.marsad.message.Finding;
import org.marsad.message.Measure;
import org.marsad.message.RecordFacts;
import org.marsad.message.Scale;
import org.marsad.message.Scope;
import org.marsad.schemas.Findings;

/**
 * Records: {@code HEAVIEST DAY IN 26 DAYS}, {@code 59 killed (59–74)}, {@code since watching began
 * 15 Sep}. The first record is the one that is told; a longer one of another scope follows it.
 */
final class RecordText {
  /** Days in a row without a word from which on a claim says so. */
  private static final int SILENCE_TOLD_FROM = 7;

  private static final int TOLD = 4;

  private final Texts texts;
  private final AlertTime time;
  private final AlertPlace place;
  private final Amounts amounts;
  private final Sparkline sparkline;

  RecordText(Texts texts, AlertTime time, AlertPlace place) {
    this.texts = texts;
    this.time = time;
    this.place = place;
    this.amounts = new Amounts(texts);
    this.sparkline = new Sparkline(texts);
  }

  /**
   * The claim; of a day its value and its other counts, since a day has no other place for them;
   * and a longer claim where there is one.
   */
  List<String> chips(Finding finding, Alert alert) {
    if (finding.getRecords().isEmpty()) {
      return List.of(texts.of("heaviest.plain"));
    }
    var first = finding.getRecords().get(0);
    var chips = new ArrayList<String>();
    chips.add(brief(finding) + silence(first));
    if (first.getScale() == Scale.DAY) {
      chips.addAll(counts(first, alert));
    }
    longest(finding).ifPresent(record -> chips.add(other(record)));
    return chips;
  }

  /** The value of a day's record beside what else was counted that day, nothing twice. */
  List<String> counts(RecordFacts record, Alert alert) {
    var killed = alert.getKilled();
    var injured = alert.getInjured();
    var counts = new ArrayList<String>();
    var isSum = record.getMeasure() == Measure.CASUALTIES && killed != null && injured != null;
    if (!isSum) {
      counts.add(amounts.of(record));
    }
    if (killed != null && record.getMeasure() != Measure.KILLED) {
      counts.add(amounts.of("KILLED", killed));
    }
    if (injured != null) {
      counts.add(amounts.of("injured", injured));
    }
    return List.of(texts.list(counts));
  }

  /** The claim with what is counted, unless that is the killed. */
  String brief(Finding finding) {
    if (finding.getRecords().isEmpty()) {
      return texts.of("heaviest.plain");
    }
    var measure = finding.getRecords().get(0).getMeasure();
    return measure == Measure.KILLED
        ? briefest(finding)
        : briefest(finding) + texts.of("heaviest.by." + measure);
  }

  /** The claim alone. */
  String briefest(Finding finding) {
    if (finding.getRecords().isEmpty()) {
      return texts.of("heaviest.plain");
    }
    var first = finding.getRecords().get(0);
    var isHere = first.getScale() == Scale.STRIKE && first.getScope() == Scope.NEIGHBOURHOOD;
    var claim =
        texts.counted(
            "heaviest." + first.getScale(),
            first.getLikelyDays(),
            first.getAtLeast() ? texts.of("heaviest.atLeast") : "",
            isHere ? texts.of("heaviest.here") : "");
    return Findings.isLikely(finding.getCertainty()) ? claim : texts.of("heaviest.maybe", claim);
  }

  /**
   * What limits the claim of a day: {@code since watching began 15 Sep}, {@code certain 4 days}.
   */
  List<String> limits(RecordFacts record) {
    var limits = new ArrayList<String>();
    if (record.getSinceWatchingBegan()) {
      limits.add(texts.of("record.began", time.day(record.getWatchedSince(), record.getDay())));
    }
    if (record.getCertainDays() == 0) {
      limits.add(texts.of("record.certain.none"));
    } else if (record.getCertainDays() < record.getLikelyDays()) {
      limits.add(texts.counted("record.certain", record.getCertainDays()));
    }
    return limits;
  }

  /** In sentences, those of one record together. */
  List<String> sentences(Finding finding) {
    var sentences = new ArrayList<String>();
    finding.getRecords().stream()
        .limit(TOLD)
        .forEach(record -> sentences.add(String.join(" ", sentences(record))));
    var more = Math.max(finding.getRecordsInAll(), finding.getRecords().size()) - TOLD;
    if (more > 0) {
      sentences.add(texts.counted("say.record.more", more));
    }
    return sentences;
  }

  /** The last days as bars; empty where there is nothing to compare. */
  String bars(RecordFacts record) {
    return sparkline.of(record);
  }

  /** The same in a sentence. */
  String recent(RecordFacts record) {
    var bars = sparkline.of(record);
    if (bars.isEmpty()) {
      return "";
    }
    var row =
        texts.of("say.recent", texts.of("measure." + record.getMeasure()), place.scope(record));
    return row
        + " "
        + bars
        + (Sparkline.hasGaps(record.getRecent()) ? " " + texts.of("say.recent.gaps") : "");
  }

  private List<String> sentences(RecordFacts record) {
    var sentences = new ArrayList<String>();
    sentences.add(texts.sentence(claim(record)));
    if (record.getCertainDays() < record.getLikelyDays()
        || record.getPossibleDays() > record.getLikelyDays()) {
      sentences.add(
          texts.of(
              "say.record.bounds", days(record.getCertainDays()), days(record.getPossibleDays())));
    }
    if (record.getUnreported() > 0) {
      sentences.add(texts.counted("say.record.floor", record.getUnreported()));
    }
    if (record.getLongestSilenceDays() >= SILENCE_TOLD_FROM) {
      sentences.add(texts.counted("say.record.silence", record.getLongestSilenceDays()));
    }
    return sentences;
  }

  private String claim(RecordFacts record) {
    var day = record.getDay();
    var key = "say.record." + record.getScale();
    var value = amounts.of(record);
    var where = place.scope(record);
    var days = days(record.getLikelyDays());
    if (record.getAtLeast()) {
      return texts.of(key + ".atLeast", value, where, time.date(day), days);
    }
    var began = record.getSinceWatchingBegan();
    var since = began ? record.getWatchedSince() : day.minusDays(record.getLikelyDays());
    return texts.of(
        key + (began ? ".began" : ".since"), value, where, time.date(day), days, time.date(since));
  }

  private String silence(RecordFacts record) {
    return record.getLongestSilenceDays() < SILENCE_TOLD_FROM
        ? ""
        : " " + texts.counted("record.silence", record.getLongestSilenceDays());
  }

  /** A record that reaches further back than the one that is told first. */
  private static Optional<RecordFacts> longest(Finding finding) {
    var records = finding.getRecords();
    var first = records.get(0).getLikelyDays();
    return records.stream()
        .filter(record -> record.getLikelyDays() > first)
        .reduce((one, other) -> other.getLikelyDays() > one.getLikelyDays() ? other : one);
  }

  private String other(RecordFacts record) {
    return texts.counted(
        "record.other",
        record.getLikelyDays(),
        place.scope(record),
        amounts.of(record),
        record.getAtLeast() ? texts.of("record.atLeast") : "");
  }

  private String days(int days) {
    return texts.counted("days", days);
  }
}
