package org.marsad.processor.rules.heaviest;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who reports one day of one scope: the sums of each source, and in how many strikes each lineage
 * has a part. They lie in buckets by name, so that a report reads those of its own sources alone.
 */
final class DaySources {
  private static final int BUCKETS = 16;

  private final LedgerStore parts;
  private final Map<Integer, Bucket> loaded = new TreeMap<>();

  /**
   * Those that the day knows.
   *
   * @param parts of the day
   */
  DaySources(LedgerStore parts) {
    this.parts = parts;
  }

  /** What a source says, to be changed in place. */
  SourceSums of(String source) {
    var bucket = bucket(source);
    bucket.isChanged = true;
    return bucket.sums.computeIfAbsent(source, name -> new SourceSums());
  }

  /**
   * Counts a strike of a lineage, or takes it away again.
   *
   * @return by how many the number of lineages changed
   */
  int countLineage(String lineage, int sign) {
    var bucket = bucket(lineage);
    bucket.isChanged = true;
    var before = bucket.lineages.getOrDefault(lineage, 0);
    var now = before + sign;
    if (now == 0) {
      bucket.lineages.remove(lineage);
    } else {
      bucket.lineages.put(lineage, now);
    }
    return Integer.signum(now) - Integer.signum(before);
  }

  void flush() {
    loaded.forEach(
        (number, bucket) -> {
          if (bucket.isChanged) {
            parts.put(LedgerKeys.sources(number), bucket.toBytes());
            bucket.isChanged = false;
          }
        });
  }

  /** Removes all of them. */
  void clear() {
    for (var number = 0; number < BUCKETS; number++) {
      parts.put(LedgerKeys.sources(number), null);
    }
    loaded.clear();
  }

  private Bucket bucket(String name) {
    return loaded.computeIfAbsent(
        Math.floorMod(name.hashCode(), BUCKETS),
        number -> Bucket.from(parts.get(LedgerKeys.sources(number))));
  }

  private static final class Bucket {
    private final Map<String, SourceSums> sums = new TreeMap<>();
    private final Map<String, Integer> lineages = new TreeMap<>();
    private boolean isChanged;

    byte @Nullable [] toBytes() {
      sums.values().removeIf(SourceSums::isEmpty);
      if (sums.isEmpty() && lineages.isEmpty()) {
        return null;
      }
      var out = new CompactWriter().number(sums.size());
      sums.forEach(
          (source, sum) -> {
            out.text(source);
            sum.write(out);
          });
      out.number(lineages.size());
      lineages.forEach((lineage, strikes) -> out.text(lineage).number(strikes));
      return out.toBytes();
    }

    static Bucket from(byte @Nullable [] bytes) {
      var bucket = new Bucket();
      if (bytes == null) {
        return bucket;
      }
      var in = new CompactReader(bytes);
      for (var left = in.count(); left > 0; left--) {
        bucket.sums.put(in.text(), SourceSums.read(in));
      }
      for (var left = in.count(); left > 0; left--) {
        bucket.lineages.put(in.text(), in.count());
      }
      return bucket;
    }
  }
}
