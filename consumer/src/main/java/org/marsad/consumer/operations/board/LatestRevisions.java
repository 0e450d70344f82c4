package org.marsad.consumer.operations.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The latest revision of each thing, of as many of the newest things as fit. Thread-safe. */
public final class LatestRevisions<T extends Revision> {
  private final int capacity;
  private final Map<String, T> byId = new HashMap<>();
  private final TreeSet<T> newestFirst =
      new TreeSet<>(
          Comparator.<T, Instant>comparing(Revision::at).reversed().thenComparing(Revision::id));
  private final Map<String, Integer> removed = new LinkedHashMap<>();
  private long dropped;

  /**
   * @param capacity how many things are kept, at least 1
   */
  public LatestRevisions(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity: " + capacity + " (expected: >= 1)");
    }
    this.capacity = capacity;
  }

  /**
   * Takes a revision; what no longer fits is dropped, the oldest first.
   *
   * @return whether it is now shown: false for an older revision, and for one too old to fit
   */
  public synchronized boolean put(T item) {
    var known = byId.get(item.id());
    if (item.revision() <= removed.getOrDefault(item.id(), 0)
        || (known != null && known.revision() >= item.revision())) {
      return false;
    }
    if (known != null) {
      newestFirst.remove(known);
    }
    byId.put(item.id(), item);
    newestFirst.add(item);
    if (byId.size() > capacity) {
      byId.remove(newestFirst.pollLast().id());
      dropped++;
    }
    return byId.containsKey(item.id());
  }

  /**
   * Shows a thing no more, nor any revision of it up to this one; of as many things as fit, the
   * last removed.
   *
   * @return whether an earlier revision, or this one, was shown
   */
  public synchronized boolean remove(String id, int revision) {
    var known = byId.get(id);
    if (known != null && known.revision() > revision) {
      return false;
    }
    removed.merge(id, revision, Math::max);
    if (removed.size() > capacity) {
      removed.remove(removed.keySet().iterator().next());
    }
    forget(id);
    return known != null;
  }

  /** Shows a thing no more, until any revision of it comes. */
  public synchronized void forget(String id) {
    var known = byId.remove(id);
    if (known != null) {
      newestFirst.remove(known);
    }
  }

  /** Takes a revision that was removed, as it may be seen by now; else as {@link #put}. */
  public synchronized boolean putBack(T item) {
    removed.remove(item.id());
    return put(item);
  }

  /** A thing as it is now. */
  public synchronized Optional<T> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Whether a thing is shown. */
  public synchronized boolean contains(String id) {
    return byId.containsKey(id);
  }

  /** How many there are. */
  public synchronized int size() {
    return byId.size();
  }

  /** The newest things that match, newest first. */
  public synchronized Listing<T> list(Predicate<T> matches, int limit) {
    var total = 0;
    var items = new ArrayList<T>();
    for (var item : newestFirst) {
      if (matches.test(item)) {
        total++;
        if (items.size() < limit) {
          items.add(item);
        }
      }
    }
    return new Listing<>(items, total, dropped);
  }

  /**
   * What a reader gets.
   *
   * @param items newest first
   * @param total how many match; more than {@code items} where the list was cut
   * @param dropped how often a thing did not fit since the start
   */
  public record Listing<T>(List<T> items, int total, long dropped) {
    public Listing {
      items = List.copyOf(items);
    }
  }
}
