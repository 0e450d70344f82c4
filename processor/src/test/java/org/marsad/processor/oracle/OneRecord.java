package org.marsad.processor.oracle;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Measure;
import org.marsad.message.Scale;
import org.marsad.message.Scope;

/** A value that was not reached for days. */
record OneRecord(
    Measure measure,
    Scope scope,
    String scopeCode,
    Scale scale,
    LocalDate day,
    Range value,
    long likelyDays,
    long certainDays,
    long possibleDays,
    boolean atLeast,
    boolean sinceWatchingBegan,
    long unreported,
    LocalDate watchedSince,
    long longestSilenceDays,
    List<@Nullable Long> recent) {

  private static final List<Measure> MEASURES =
      List.of(Measure.KILLED, Measure.CASUALTIES, Measure.IMPACTS);

  /** Area first, then killed, casualties, impacts, then the longest. */
  static final Comparator<OneRecord> AS_TOLD =
      Comparator.comparing((OneRecord record) -> record.scope == Scope.AREA ? 0 : 1)
          .thenComparing(record -> MEASURES.indexOf(record.measure))
          .thenComparing(record -> -record.likelyDays)
          .thenComparing(OneRecord::scopeCode);

  /** Whether it counts people. */
  boolean isOfPeople() {
    return measure != Measure.IMPACTS;
  }
}
