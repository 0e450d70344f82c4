package org.marsad.consumer.feeds;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Documents of feeds that are asked for often: written once after each change and shared until the
 * next. Those that were not asked for the longest go when it is full. Thread-safe.
 */
final class FeedShelf {
  private final long mostBytes;
  private final Map<String, Place> places = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /**
   * @param document what stands there
   * @param made what it was made from
   * @param until when it is no longer right, whatever happens
   */
  private record Place(Document document, Object made, Instant until) {}

  /**
   * @param mostBytes that the documents take up together, above 0
   */
  FeedShelf(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /**
   * A document written now.
   *
   * @param until when it is no longer right
   */
  record Written(Document document, Instant until) {}

  /**
   * The document of a name.
   *
   * @param madeFrom equal to that of the last time where nothing has changed
   * @param write is asked where it has, or where time has passed
   */
  synchronized Document get(String name, Object madeFrom, Instant now, Supplier<Written> write) {
    var known = places.get(name);
    if (known != null && known.made().equals(madeFrom) && now.isBefore(known.until())) {
      return known.document();
    }
    var written = write.get();
    var document =
        known == null ? written.document() : written.document().asOldAs(known.document());
    put(name, new Place(document, madeFrom, written.until()));
    return document;
  }

  private void put(String name, Place place) {
    var before = places.put(name, place);
    bytes += place.document().bytes().length - (before == null ? 0 : size(before));
    var oldest = places.entrySet().iterator();
    while (bytes > mostBytes && places.size() > 1) {
      bytes -= size(oldest.next().getValue());
      oldest.remove();
    }
  }

  private static long size(Place place) {
    return place.document().bytes().length;
  }
}
