package org.marsad.processor.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Certainty;
import org.marsad.message.DeliveryBasis;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.Measure;
import org.marsad.message.Reality;
import org.marsad.message.Target;
import org.marsad.message.TimePrecision;

/**
 * A strike that stands, with what its reports say together.
 *
 * @param stated what its reports say about the time, each by itself
 * @param newestReceived when the latest of its reports came
 * @param homesHit how certain the reports are that say so
 * @param decisions standing decisions about its reports
 */
record OneStrike(
    Reality reality,
    SortedSet<String> reportIds,
    SortedSet<String> sources,
    SortedSet<String> lineages,
    Certainty certainty,
    Spot spot,
    Instant from,
    Instant until,
    TimePrecision precision,
    StatedTimes stated,
    Instant newestReceived,
    DeliveryMeans delivery,
    DeliveryBasis deliveryBasis,
    @Nullable Range impacts,
    @Nullable Range killed,
    @Nullable Range injured,
    SortedSet<Target> targets,
    @Nullable Certainty homesHit,
    SortedSet<String> marks,
    SortedSet<String> decisions) {

  static final Comparator<OneStrike> IN_ORDER =
      Comparator.comparing(OneStrike::from)
          .thenComparing(OneStrike::until)
          .thenComparing(strike -> strike.reportIds().first());

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

  long daysTouched(ZoneId zone) {
    return ChronoUnit.DAYS.between(firstDay(zone), lastDay(zone)) + 1;
  }

  /** Whether it counts on one day, the last that it touches: at most 24 hours, or one day's. */
  boolean isDated(ZoneId zone) {
    return firstDay(zone).equals(lastDay(zone))
        || Duration.between(from, until).compareTo(Duration.ofHours(24)) <= 0;
  }

  /** Whether it adds to the day's totals, if only its high. */
  boolean countsOn(LocalDate day, ZoneId zone) {
    return isDated(zone) ? lastDay(zone).equals(day) : touches(day, zone);
  }

  boolean isKnownToTheHour() {
    return precision.compareTo(TimePrecision.HOUR) <= 0;
  }

  boolean isKnownWithinAnHour() {
    return isWithinAnHour(precision, from, until);
  }

  static boolean isWithinAnHour(TimePrecision precision, Instant from, Instant until) {
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

  /** Until when a second one is to be feared on its spot; null where the hour is not known. */
  @Nullable Instant dangerUntil() {
    var latest = stated.latestEnd();
    return !isFineTime(precision, from, until) || latest == null
        ? null
        : latest.plus(Thresholds.DANGER);
  }

  /** What it counts, open where nobody counted all of it. */
  Range value(Measure measure) {
    return switch (measure) {
      case IMPACTS -> impacts != null ? impacts : isFine() ? Range.LANDED : Range.NOT_COUNTED;
      case KILLED -> killed != null ? killed : Range.NOT_COUNTED;
      case CASUALTIES -> casualties();
    };
  }

  private Range casualties() {
    if (killed != null && injured != null) {
      return killed.plus(injured);
    }
    var known = killed != null ? killed : injured;
    return known == null ? Range.NOT_COUNTED : known.orMore();
  }

  /** Whether all of it was counted. */
  boolean isCounted(Measure measure) {
    return switch (measure) {
      case IMPACTS -> impacts != null;
      case KILLED -> killed != null;
      case CASUALTIES -> killed != null && injured != null;
    };
  }

  long killedBest() {
    return killed == null ? 0 : killed.best();
  }

  long casualtiesBest() {
    return casualties().best();
  }
}
