package org.marsad.processor.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    var keys = new ArrayList<Bytes>();
    var first = Math.floorDiv(from.toEpochMilli() - HOUR, HOUR);
    var last = Math.floorDiv(until.toEpochMilli(), HOUR);
    try (var range = byHour.range(inHour(first).key(), inHour(last + 1).key())) {
      range.forEachRemaining(entry -> keys.add(entry.key));
    }
    return keys.stream()
        .map(key -> get(Keys.lastText(key)))
        .filter(
            strike ->
                !strike.what().time().from().isAfter(until)
                    && !strike.what().time().until().isBefore(from))
        .toList();
  }

  /** Files a strike under its new time. */
  void move(StrikeChange change) {
    var before = timed(change.stoodBefore());
    var now = timed(change.standsNow());
    if (before != null) {
      byHour.delete(key(before));
    }
    if (now != null) {
      byHour.put(key(now), PRESENT);
    }
  }

  /** In the words of the rules; null where there is none, or not known within an hour. */
  static @Nullable StandingStrike timed(@Nullable Strike strike) {
    var standing = strike == null ? null : Domain.standing(strike);
    return standing != null && standing.what().time().isWithinAnHour() ? standing : null;
  }

  private Bytes key(StandingStrike strike) {
    var hour = Math.floorDiv(strike.what().time().from().toEpochMilli(), HOUR);
    return inHour(hour).then(strike.id()).key();
  }

  private Keys inHour(long hour) {
    return Keys.of(area).then(reality).then(hour);
  }
}
