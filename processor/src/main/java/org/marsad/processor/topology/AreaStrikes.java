package org.marsad.processor.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Strike;
import org.marsad.processor.rules.merging.StandingStrike;
import org.marsad.processor.topology.StrikeChanges.StrikeChange;

/**
 * The standing strikes of one area and reality, found by id and, where they are known within an
 * hour, by time. Serves one record: what it read it keeps.
 */
final class AreaStrikes {
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final byte[] PRESENT = {1};

  private final StrikeFiles files;
  private final KeyValueStore<Bytes, byte[]> byHour;
  private final String area;
  private final String reality;
  private final Map<String, StandingStrike> read = new HashMap<>();
  private final Map<Long, List<StandingStrike>> hours = new HashMap<>();

  AreaStrikes(StrikeFiles files, KeyValueStore<Bytes, byte[]> byHour, String area, String reality) {
    this.files = files;
    this.byHour = byHour;
    this.area = area;
    this.reality = reality;
  }

  /** A strike's newest message. */
  Strike message(String strikeId) {
    return Objects.requireNonNull(files.get(strikeId), strikeId);
  }

  /** A strike that is known to stand. */
  StandingStrike get(String strikeId) {
    return read.computeIfAbsent(strikeId, id -> Domain.standing(message(id)));
  }

  /** The strikes known within an hour whose interval touches this one, ends included. */
  List<StandingStrike> touching(Instant from, Instant until) {
    var first = hour(from) - 1;
    var last = hour(until);
    readHours(first, last);
    return LongStream.rangeClosed(first, last)
        .mapToObj(hours::get)
        .flatMap(List::stream)
        .filter(
            strike ->
                !strike.what().time().from().isAfter(until)
                    && !strike.what().time().until().isBefore(from))
        .toList();
  }

  /** Reads those hours that were not asked for yet, in one go. */
  private void readHours(long first, long last) {
    var missing =
        LongStream.rangeClosed(first, last)
            .filter(hour -> !hours.containsKey(hour))
            .summaryStatistics();
    if (missing.getCount() == 0) {
      return;
    }
    LongStream.rangeClosed(missing.getMin(), missing.getMax())
        .forEach(hour -> hours.put(hour, new ArrayList<>()));
    var ids = new ArrayList<String>();
    try (var range =
        byHour.range(inHour(missing.getMin()).key(), inHour(missing.getMax() + 1).key())) {
      range.forEachRemaining(entry -> ids.add(Keys.lastText(entry.key)));
    }
    for (var id : ids) {
      var strike = get(id);
      hours
          .computeIfAbsent(hour(strike.what().time().from()), hour -> new ArrayList<>())
          .add(strike);
    }
  }

  /** Files a strike under its new time. */
  void move(StrikeChange change) {
    var before = key(timed(change.stoodBefore()));
    var now = key(timed(change.standsNow()));
    if (Objects.equals(before, now)) {
      return;
    }
    if (before != null) {
      byHour.delete(before);
    }
    if (now != null) {
      byHour.put(now, PRESENT);
    }
  }

  /** In the words of the rules; null where there is none, or not known within an hour. */
  static @Nullable StandingStrike timed(@Nullable Strike strike) {
    var standing = strike == null ? null : Domain.standing(strike);
    return standing != null && standing.what().time().isWithinAnHour() ? standing : null;
  }

  private @Nullable Bytes key(@Nullable StandingStrike strike) {
    return strike == null
        ? null
        : inHour(hour(strike.what().time().from())).then(strike.id()).key();
  }

  private static long hour(Instant time) {
    return Math.floorDiv(time.toEpochMilli(), HOUR);
  }

  private Keys inHour(long hour) {
    return Keys.of(area).then(reality).then(hour);
  }
}
