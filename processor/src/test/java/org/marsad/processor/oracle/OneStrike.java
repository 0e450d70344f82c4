package org.marsad.processor.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Certainty;
import org.marsad.message.DeliveryBasis;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.Reality;
import org.marsad.message.Target;
import org.marsad.message.TimePrecision;

/**
 * A strike that stands, with what its reports say together.
 *
 * @param homesHit how certain the reports are that say so
 * @param decisions standing decisions about its reports
 */
record OneStrike(
    Reality reality,
    SortedSet<String> reportIds,
    SortedSet<String> lineages,
    Certainty certainty,
    Spot spot,
    Instant from,
    Instant until,
    TimePrecision precision,
    DeliveryMeans delivery,
    DeliveryBasis deliveryBasis,
    @Nullable Range impacts,
    @Nullable Range killed,
    @Nullable Range injured,
    SortedSet<Target> targets,
    @Nullable Certainty homesHit,
    SortedSet<String> repaired,
    SortedSet<String> decisions) {

  static final Comparator<OneStrike> IN_ORDER =
      Comparator.comparing(OneStrike::from)
          .thenComparing(OneStrike::until)
          .thenComparing(strike -> strike.reportIds().first());

  private static final String FINE = "(fine)";

  /** How alerts name it: not by an id that depends on who spoke first. */
  String name() {
    return String.join("+", reportIds);
  }

  LocalDate firstDay(ZoneId zone) {
    return from.atZone(zone).toLocalDate();
  }

  /** An end at midnight does not touch the next day, unless it is an instant. */
  LocalDate lastDay(ZoneId zone) {
    var last = until.isAfter(from) ? until.minusMillis(1) : until;
    return last.atZone(zone).toLocalDate();
  }

  boolean touches(LocalDate day, ZoneId zone) {
    return !day.isBefore(firstDay(zone)) && !day.isAfter(lastDay(zone));
  }

  /** Whether it is known on which one local day it was. */
  boolean isDated(ZoneId zone) {
    return precision.compareTo(TimePrecision.DAY) <= 0 && firstDay(zone).equals(lastDay(zone));
  }

  boolean isKnownWithinAnHour() {
    return precision.compareTo(TimePrecision.HOUR) <= 0
        && Duration.between(from, until).compareTo(Duration.ofHours(1)) <= 0;
  }

  boolean isFine() {
    return isFineTime(precision, from, until) && spot.isFine();
  }

  /** HOUR or finer, within 24 hours. */
  static boolean isFineTime(TimePrecision precision, Instant from, Instant until) {
    return precision.compareTo(TimePrecision.HOUR) <= 0
        && Duration.between(from, until).compareTo(Duration.ofHours(24)) <= 0;
  }

  String group() {
    return isFine() ? FINE : lineages.first();
  }

  /** Impacts as they count: a finely placed strike landed, so it is one at least. */
  @Nullable Range countedImpacts() {
    return impacts == null && isFine() ? Range.ONE : impacts;
  }

  @Nullable Range casualties() {
    if (killed == null || injured == null) {
      return killed == null ? injured : killed;
    }
    return killed.plus(injured);
  }
}
