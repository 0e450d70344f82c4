package org.marsad.producer.intake;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.marsad.message.Reality;
import org.marsad.message.ReportStatus;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;
import org.marsad.producer.places.AreaRegister;
import org.marsad.producer.publish.Fate;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.UndecodableException;
import org.marsad.schemas.checks.Fault;
import org.marsad.schemas.checks.Horizon;

/**
 * The newest day of each area and reality, as the strikes tell of it and the reports taken here: a
 * new report that the processor would set aside as too old is refused at the door. A later word on
 * one is not: it may take back what is known under another date. Safe for use by many threads.
 *
 * <p>Of a strike the newest word of all its reports is known, not that of each: one that is known
 * to the year alone can count as newer here than for the processor.
 */
public final class NewestDays {
  private final MessageCodec<Strike> codec = MessageCodec.of(Strike.class);
  private final Map<Place, Long> days = new ConcurrentHashMap<>();
  private final AreaRegister areas;
  private final Horizon horizon;

  /** What has a newest day of its own. */
  private record Place(String area, Reality reality) {}

  /**
   * None known yet.
   *
   * @param areas have the time zones
   * @param horizon how old a report may be; where the processor's is nearer, that sets aside what
   *     is let in here
   */
  public NewestDays(AreaRegister areas, Horizon horizon) {
    this.areas = areas;
    this.horizon = horizon;
  }

  /** Learns of a record of {@code strikes}; what cannot be read is passed. */
  public void note(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      return; // forgotten: its day stays
    }
    try {
      var strike = codec.decode(record.value());
      var place = new Place(strike.getArea(), strike.getReality());
      var day =
          Horizon.newestDay(
              strike.getOccurredFrom(),
              strike.getOccurredUntil(),
              strike.getUpdatedAt(),
              zoneOf(place));
      days.merge(place, day, Math::max);
    } catch (UndecodableException e) {
      // whoever shows strikes says so
    }
  }

  /** Learns of reports, of which those count that are safe. */
  void note(List<StrikeReport> reports, List<CompletableFuture<Fate>> fates) {
    for (var i = 0; i < reports.size(); i++) {
      if (!(fates.get(i).join() instanceof Fate.Refused)) {
        days.merge(placeOf(reports.get(i)), dayOf(reports.get(i)), Math::max);
      }
    }
  }

  /** For the reports of one request, which come one after the other. */
  OneRequest oneRequest() {
    return new OneRequest();
  }

  /** What is known together with what the request itself said so far. For one thread. */
  final class OneRequest {
    private final Map<Place, Long> said = new HashMap<>();

    /** What is wrong with the age of the request's next report. */
    Optional<Fault> next(StrikeReport report) {
      var place = placeOf(report);
      var newest = Math.max(newest(said, place), newest(days, place));
      said.merge(place, dayOf(report), Math::max);
      return newest == Long.MIN_VALUE || isLaterWord(report)
          ? Optional.empty()
          : horizon.fault(report, newest, zoneOf(place));
    }
  }

  private static boolean isLaterWord(StrikeReport report) {
    return report.getRevision() > 1 || report.getStatus() == ReportStatus.RETRACTED;
  }

  private static long newest(Map<Place, Long> of, Place place) {
    return of.getOrDefault(place, Long.MIN_VALUE);
  }

  private long dayOf(StrikeReport report) {
    return Horizon.newestDay(
        report.getOccurredFrom(),
        report.getOccurredUntil(),
        report.getReceivedAt(),
        zoneOf(placeOf(report)));
  }

  private static Place placeOf(StrikeReport report) {
    return new Place(report.getArea(), report.getReality());
  }

  private ZoneId zoneOf(Place place) {
    return areas
        .area(place.area())
        .map(profile -> ZoneId.of(profile.getTimeZone()))
        .orElse(ZoneOffset.UTC);
  }
}
