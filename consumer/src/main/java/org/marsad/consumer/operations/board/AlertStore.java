package org.marsad.consumer.operations.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.marsad.message.Alert;
import org.marsad.schemas.MessageCodec;

/**
 * All revisions of the newest alerts as they came, encoded, so that they take little room. Of an
 * alert with very many, the first and the newest are kept. Confined to one thread at a time.
 */
final class AlertStore {
  private static final int MOST_REVISIONS = 200;

  private final int capacity;
  private final MessageCodec<Alert> codec = MessageCodec.of(Alert.class);
  private final LatestRevisions<Kept> newest;
  private final Map<String, List<byte[]>> earlier = new HashMap<>();

  /** The newest revision of an alert. */
  private record Kept(String id, int revision, Instant at, String area) implements Revision {}

  /**
   * @param capacity how many alerts are kept, the newest by sentAt
   */
  AlertStore(int capacity) {
    this.capacity = capacity;
    this.newest = new LatestRevisions<>(capacity);
  }

  /**
   * Takes a revision.
   *
   * @param bytes the alert as it came
   * @return whether it is newer than what was known, and not too old to be kept
   */
  boolean put(Alert alert, byte[] bytes) {
    var kept =
        new Kept(alert.getAlertId(), alert.getRevision(), alert.getSentAt(), alert.getArea());
    if (!newest.put(kept)) {
      return false;
    }
    var revisions = earlier.computeIfAbsent(kept.id(), id -> new ArrayList<>());
    revisions.add(bytes);
    if (revisions.size() > MOST_REVISIONS) {
      revisions.remove(1);
    }
    if (earlier.size() > capacity) {
      earlier.keySet().removeIf(id -> !newest.contains(id));
    }
    return true;
  }

  /** All revisions of an alert that are kept, oldest first; none where it is unknown. */
  List<Alert> revisions(String id) {
    return earlier.getOrDefault(id, List.of()).stream().map(codec::decode).toList();
  }

  /** The newest revision of an alert; 0 where it is unknown. */
  int revision(String id) {
    return newest.find(id).map(Kept::revision).orElse(0);
  }

  /** The ids of all alerts. */
  List<String> ids() {
    return ids(kept -> true);
  }

  /** The ids of the alerts of an area. */
  List<String> ofArea(String area) {
    return ids(kept -> kept.area().equals(area));
  }

  private List<String> ids(Predicate<Kept> which) {
    return newest.list(which, capacity).items().stream().map(Kept::id).toList();
  }
}
