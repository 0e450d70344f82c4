package org.marsad.processor.judging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.marsad.message.Finding;
import org.marsad.message.Rule;
import org.marsad.processor.mapping.Domain;
import org.marsad.processor.mapping.Limits;
import org.marsad.processor.mapping.Ranges;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.Scale;
import org.marsad.processor.rules.heaviest.Judged;
import org.marsad.processor.rules.heaviest.RecordFacts;

/** HEAVIEST_IN_DAYS as a finding. */
public final class HeaviestFinding {
  /** Name of the number of days that the longest of all its records reaches back. */
  static final String LONGEST_DAYS = "longestDays";

  private HeaviestFinding() {}

  /**
   * That a strike or a day is the heaviest in days.
   *
   * @param judged with a record at least
   * @param certainty of the strike or the day
   */
  public static Finding of(Judged judged, Certainty certainty) {
    var first = judged.records().get(0);
    return FindingMessages.of(
            Rule.HEAVIEST_IN_DAYS,
            judged.certainty(certainty),
            first.sinceWatchingBegan() ? "HEAVIEST_SINCE_WATCHING_BEGAN" : "HEAVIEST_IN_DAYS",
            Numbers.of(LONGEST_DAYS, judged.longestDays()),
            Numbers.of("minDays", first.minDays()))
        .setRecords(
            records(
                judged.records(),
                judged.scale() == Scale.DAY
                    ? Limits.RECORDS_SHOWN_OF_DAY
                    : Limits.RECORDS_SHOWN_OF_STRIKE))
        .setRecordsInAll(judged.recordsInAll())
        .build();
  }

  private static List<org.marsad.message.RecordFacts> records(List<RecordFacts> facts, int shown) {
    var records = new ArrayList<org.marsad.message.RecordFacts>();
    for (var record : facts) {
      records.add(record(record, records.size() < shown));
    }
    return records;
  }

  private static org.marsad.message.RecordFacts record(RecordFacts facts, boolean shown) {
    return org.marsad.message.RecordFacts.newBuilder()
        .setMeasure(Domain.to(org.marsad.message.Measure.class, facts.series().measure()))
        .setScope(Domain.to(org.marsad.message.Scope.class, facts.scope()))
        .setScopeCode(facts.scopeCode())
        .setScale(Domain.to(org.marsad.message.Scale.class, facts.series().scale()))
        .setDay(LocalDate.ofEpochDay(facts.day()))
        .setValue(Ranges.ofKnown(facts.value()))
        .setLikelyDays(facts.likelyDays())
        .setCertainDays(facts.certainDays())
        .setPossibleDays(facts.possibleDays())
        .setAtLeast(facts.atLeast())
        .setWatchedSince(LocalDate.ofEpochDay(facts.watchedSince()))
        .setSinceWatchingBegan(facts.sinceWatchingBegan())
        .setLongestSilenceDays(facts.longestSilenceDays())
        .setUnreported(facts.unreported())
        .setRecent(shown ? facts.recent() : List.of())
        .setMinDays(facts.minDays())
        .setFloor(facts.floor())
        .build();
  }
}
