package org.marsad.consumer.operations.board;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marsad.message.SourceKind;

/** When each source was last heard, by report and by heartbeat. The board's lock guards it. */
final class SourceBook {
  private final Map<String, Seen> bySource = new TreeMap<>();

  /**
   * What is known of a source.
   *
   * @param lastReportAt null: none since the topic begins
   * @param lastHeartbeatAt null: none within the time that heartbeats are kept
   * @param everySeconds how often it says that it is there; 0: it does not
   */
  record Seen(
      SourceKind kind,
      String area,
      @Nullable Instant lastReportAt,
      @Nullable Instant lastHeartbeatAt,
      int everySeconds) {
    @Nullable Instant lastHeardAt() {
      if (lastReportAt == null || lastHeartbeatAt == null) {
        return lastReportAt == null ? lastHeartbeatAt : lastReportAt;
      }
      return lastReportAt.isAfter(lastHeartbeatAt) ? lastReportAt : lastHeartbeatAt;
    }
  }

  void onReport(String source, SourceKind kind, String area, Instant receivedAt) {
    bySource.merge(
        source,
        new Seen(kind, area, receivedAt, null, 0),
        (known, fresh) ->
            new Seen(
                kind,
                area,
                later(known.lastReportAt(), receivedAt),
                known.lastHeartbeatAt(),
                known.everySeconds()));
  }

  void onHeartbeat(String source, SourceKind kind, String area, Instant at, int everySeconds) {
    bySource.merge(
        source,
        new Seen(kind, area, null, at, everySeconds),
        (known, fresh) ->
            new Seen(
                kind,
                area,
                known.lastReportAt(),
                later(known.lastHeartbeatAt(), at),
                everySeconds));
  }

  Map<String, Seen> all() {
    return new TreeMap<>(bySource);
  }

  private static Instant later(@Nullable Instant known, Instant fresh) {
    return known != null && known.isAfter(fresh) ? known : fresh;
  }
}
