package org.marsad.processor.rules.surge;

import java.util.Map;
import java.util.TreeMap;

/**
 * A sum over strikes of several groups that may count the same people: low and best of the largest
 * group, high of all together.
 */
final class GroupedBounds {
  private final Map<String, Bounds> groups = new TreeMap<>();

  void add(String group, Bounds bounds) {
    groups.merge(group, bounds, Bounds::plus);
  }

  Bounds sum() {
    var low = 0.0;
    var best = 0.0;
    var high = 0.0;
    for (var group : groups.values()) {
      low = Math.max(low, group.low());
      best = Math.max(best, group.best());
      high += group.high();
    }
    return new Bounds(low, best, high);
  }
}
