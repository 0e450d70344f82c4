package org.marsad.processor.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.marsad.message.StrikeReport;

/**
 * The newest word of reports that a later revision placed in another area, or may have: what comes
 * later of an earlier one, elsewhere, is outdated.
 */
public final class MovedReportStore {
  private static final byte[] PRESENT = {1};

  private final Shelf<byte[]> store;

  public MovedReportStore(Concerns concerns) {
    store = concerns.movedReports();
  }

  /** Remembers a word; tells whether it is the newest. */
  public boolean put(StrikeReport report) {
    var known = find(report.getReportId());
    if (known != null && !known.isBefore(report)) {
      return false;
    }
    store.put(Keys.of(report.getReportId()).key(), Word.of(report).toBytes());
    store.put(ofSource(report.getReportId()), PRESENT);
    return true;
  }

  /** Whether a later word places the report in another area. */
  public boolean isOutdated(StrikeReport report) {
    var known = find(report.getReportId());
    return known != null && !known.area().equals(report.getArea()) && known.isAfter(report);
  }

  /** Most sources never move a report: then there is nothing to look for. */
  private @Nullable Word find(String reportId) {
    if (store.get(ofSource(reportId)) == null) {
      return null;
    }
    var bytes = store.get(Keys.of(reportId).key());
    return bytes == null ? null : Word.from(bytes);
  }

  /** What parts a source from its own id of a report belongs to the key: no report has it. */
  private static Bytes ofSource(String reportId) {
    return Keys.of(reportId.substring(0, reportId.indexOf(':') + 1)).key();
  }

  /** Where a report was placed, and by which of its revisions. */
  private record Word(int revision, Instant receivedAt, String area) {
    static Word of(StrikeReport report) {
      return new Word(report.getRevision(), report.getReceivedAt(), report.getArea());
    }

    boolean isBefore(StrikeReport report) {
      return compareTo(report) < 0;
    }

    boolean isAfter(StrikeReport report) {
      return compareTo(report) > 0;
    }

    private int compareTo(StrikeReport report) {
      var order = Integer.compare(revision, report.getRevision());
      return order == 0 ? receivedAt.compareTo(report.getReceivedAt()) : order;
    }

    byte[] toBytes() {
      var code = area.getBytes(StandardCharsets.UTF_8);
      return ByteBuffer.allocate(Integer.BYTES + Long.BYTES + code.length)
          .putInt(revision)
          .putLong(receivedAt.toEpochMilli())
          .put(code)
          .array();
    }

    static Word from(byte[] bytes) {
      var buffer = ByteBuffer.wrap(bytes);
      var revision = buffer.getInt();
      var receivedAt = Instant.ofEpochMilli(buffer.getLong());
      return new Word(revision, receivedAt, StandardCharsets.UTF_8.decode(buffer).toString());
    }
  }
}
