package org.marsad.processor.rules.heaviest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.Form;
import org.marsad.processor.rules.Measure;

/**
 * Which records stand on one day of the area: those of the day and its neighbourhoods, and the
 * strikes that have some. So a change in one neighbourhood need not ask the others.
 */
@SuppressWarnings("EnumOrdinal") // the stored form counts by position
final class DayRecords {
  /**
   * What a day is the heaviest by.
   *
   * @param scopeCode code of the area or neighbourhood
   * @param measure what is counted
   */
  record Subject(String scopeCode, Measure measure) {}

  /**
   * A record of the day.
   *
   * @param likelyDays for how many days it is likely the heaviest
   */
  record DayRecord(Subject subject, int likelyDays) {}

  /**
   * A strike that has records.
   *
   * @param neighbourhood null where only the area is known
   * @param entry what it is compared by
   */
  record RecordStrike(@Nullable String neighbourhood, Entry entry) {}

  private static final Measure[] MEASURES = Measure.values();
  private static final Comparator<Subject> SUBJECTS =
      Comparator.comparing(Subject::scopeCode).thenComparing(Subject::measure);

  /** How they are kept. */
  private static final Form<DayRecords> FORM =
      new Form<>(DayRecords::toBytes, DayRecords::fromBytes);

  private final NavigableMap<Subject, Integer> likelyDays;
  private final NavigableMap<String, RecordStrike> strikes;
  private boolean isChanged;

  private DayRecords(
      NavigableMap<Subject, Integer> likelyDays, NavigableMap<String, RecordStrike> strikes) {
    this.likelyDays = likelyDays;
    this.strikes = strikes;
  }

  private static DayRecords none() {
    return new DayRecords(new TreeMap<>(SUBJECTS), new TreeMap<>());
  }

  /** Those of a day as they are kept. */
  static DayRecords of(long day, LedgerStore store) {
    var kept = store.get(LedgerKeys.records(day), FORM);
    return kept == null ? none() : kept.copy();
  }

  private DayRecords copy() {
    return new DayRecords(new TreeMap<>(likelyDays), new TreeMap<>(strikes));
  }

  /** Notes for how many days it is likely the heaviest; 0 where it is no record. */
  void note(Subject subject, int days) {
    var before = days == 0 ? likelyDays.remove(subject) : likelyDays.put(subject, days);
    isChanged |= before == null ? days != 0 : before != days;
  }

  /** Notes that a strike has records. */
  void put(Contribution strike) {
    var now = new RecordStrike(strike.neighbourhood(), Entry.of(strike));
    isChanged |= !now.equals(strikes.put(strike.strikeId(), now));
  }

  /** Notes that a strike has no records; true where it had some. */
  boolean remove(String strikeId) {
    var had = strikes.remove(strikeId) != null;
    isChanged |= had;
    return had;
  }

  /** The strikes that have records. */
  List<RecordStrike> strikes() {
    return List.copyOf(strikes.values());
  }

  boolean isRecordDay() {
    return !likelyDays.isEmpty();
  }

  boolean isEmpty() {
    return likelyDays.isEmpty() && strikes.isEmpty();
  }

  /** The records: the area's first, then by killed, casualties and impacts, then the longest. */
  List<DayRecord> inOrder(String area) {
    var records = new ArrayList<DayRecord>(likelyDays.size());
    likelyDays.forEach((subject, days) -> records.add(new DayRecord(subject, days)));
    records.sort(
        Comparator.comparing((DayRecord record) -> !record.subject.scopeCode().equals(area))
            .thenComparingInt(record -> RecordFacts.weight(record.subject.measure()))
            .thenComparingInt(record -> -record.likelyDays)
            .thenComparing(record -> record.subject.scopeCode()));
    return records;
  }

  /** Forgets all. */
  void clear() {
    isChanged |= !isEmpty();
    likelyDays.clear();
    strikes.clear();
  }

  /** Writes them where they were changed. */
  void flush(LedgerStore store, long day) {
    if (isChanged) {
      store.put(LedgerKeys.records(day), FORM, isEmpty() ? null : copy());
      isChanged = false;
    }
  }

  private byte[] toBytes() {
    var out = new CompactWriter().number(likelyDays.size());
    likelyDays.forEach(
        (subject, days) ->
            out.text(subject.scopeCode()).number(subject.measure().ordinal()).number(days));
    out.number(strikes.size());
    strikes.values().forEach(strike -> write(strike, out));
    return out.toBytes();
  }

  private static DayRecords fromBytes(byte[] bytes) {
    var records = none();
    var in = new CompactReader(bytes);
    for (var left = in.count(); left > 0; left--) {
      records.likelyDays.put(new Subject(in.text(), MEASURES[in.count()]), in.count());
    }
    for (var left = in.count(); left > 0; left--) {
      var neighbourhood = in.text();
      var entry = Entry.read(in);
      records.strikes.put(
          entry.strikeId(),
          new RecordStrike(neighbourhood.isEmpty() ? null : neighbourhood, entry));
    }
    return records;
  }

  private static void write(RecordStrike strike, CompactWriter out) {
    out.text(strike.neighbourhood() == null ? "" : strike.neighbourhood());
    strike.entry().write(out);
  }
}
