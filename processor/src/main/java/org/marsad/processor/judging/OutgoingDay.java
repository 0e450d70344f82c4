package org.marsad.processor.judging;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.marsad.message.CountRange;
import org.marsad.message.DayRow;
import org.marsad.message.Scope;
import org.marsad.processor.mapping.Cause;
import org.marsad.processor.mapping.Domain;
import org.marsad.processor.mapping.Ranges;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.heaviest.CountedDay;
import org.marsad.processor.rules.heaviest.CountedDay.Total;
import org.marsad.schemas.DayKeys;

/**
 * A local day on its way out.
 *
 * @param key by {@link DayKeys}
 * @param row null where there is nothing to tell of it any more
 */
public record OutgoingDay(String key, @Nullable DayRow row) implements Published {

  /** A day as it is now. */
  static OutgoingDay of(CountedDay day, AreaMap map, Cause cause) {
    var date = LocalDate.ofEpochDay(day.day());
    return new OutgoingDay(
        DayKeys.of(cause.reality(), day.scopeCode(), date),
        day.isEmpty() ? null : row(day, date, map, cause));
  }

  private static DayRow row(CountedDay day, LocalDate date, AreaMap map, Cause cause) {
    return DayRow.newBuilder()
        .setScope(Domain.to(Scope.class, day.scope()))
        .setScopeCode(day.scopeCode())
        .setArea(cause.area())
        .setReality(cause.reality())
        .setDay(date)
        .setTimeZone(map.zone().getId())
        .setHeard(day.heard())
        .setStrikes(day.strikes())
        .setSources(day.sources())
        .setImpacts(value(day.impacts()))
        .setKilled(value(day.killed()))
        .setInjured(value(day.injured()))
        .setCasualties(value(day.casualties()))
        .setUnreportedImpacts(day.impacts().unreported())
        .setUnreportedKilled(day.killed().unreported())
        .setUnreportedInjured(day.injured().unreported())
        .setUnreportedCasualties(day.casualties().unreported())
        .setCountedAt(cause.at())
        .build();
  }

  private static @Nullable CountRange value(Total total) {
    return Ranges.of(total.value());
  }
}
