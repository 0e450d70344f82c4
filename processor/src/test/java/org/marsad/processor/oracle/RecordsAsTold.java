package org.marsad.processor.oracle;

import java.util.List;
import org.marsad.message.Certainty;

/** The finding HEAVIEST_IN_DAYS with its records, of which so many are told. */
final class RecordsAsTold {
  private RecordsAsTold() {}

  static void add(List<OneRecord> records, Certainty certainty, Facts facts) {
    var told = records.stream().limit(Thresholds.RECORDS_TOLD).toList();
    facts
        .with("HEAVIEST_IN_DAYS.certainty", certainty)
        .with("HEAVIEST_IN_DAYS.recordsInAll", (long) records.size())
        .with("HEAVIEST_IN_DAYS.records", told.stream().map(RecordsAsTold::name).toList());
    for (var record : told) {
      var name = "record " + name(record);
      facts
          .with(name + " scope", record.scope())
          .with(name + " scale", record.scale())
          .with(name + " day", record.day())
          .with(name + " value", record.value())
          .with(name + " likelyDays", record.likelyDays())
          .with(name + " certainDays", record.certainDays())
          .with(name + " possibleDays", record.possibleDays())
          .with(name + " atLeast", record.atLeast())
          .with(name + " sinceWatchingBegan", record.sinceWatchingBegan())
          .with(name + " unreported", record.unreported())
          .with(Facts.EVIDENCE + name + " watchedSince", record.watchedSince())
          .with(Facts.EVIDENCE + name + " longestSilenceDays", record.longestSilenceDays())
          .with(Facts.recent(name, told.indexOf(record)), record.recent().toString());
    }
  }

  private static String name(OneRecord record) {
    return record.measure() + " " + record.scopeCode();
  }
}
