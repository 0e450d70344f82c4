package org.marsad.processor.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.marsad.message.StrikeReport;

/**
 * The newest word of reports that a later revision placed in another area, or may have: what comes
 * later of an earlier one, elsewhere, is outdated. A word is forgotten when one comes that was
 * received so much later, a few at once.
 */
public final class MovedReportStore {
  /** Looked at for one word at most. */
  private static final int AT_ONCE = 16;

  /** No area has it: words are looked for by their report alone. */
  private static final String EVERYWHERE = "";

  private final Shelf<byte[]> store;
  private final DueStore due;
  private final Ages ages;

  public MovedReportStore(Concerns concerns) {
    store = concerns.movedReports();
    due = new DueStore(concerns, EVERYWHERE, EVERYWHERE, DueStore.Kind.MOVED_REPORT);
    ages = new Ages(concerns);
  }

  /** Remembers a word; tells whether it is the newest. */
  public boolean put(StrikeReport report) {
    var known = find(report.getReportId());
    if (known != null && !known.isBefore(report)) {
      return false;
    }
    store.put(Keys.of(report.getReportId()).key(), Word.of(report).toBytes());
    var day = Ages.dayOf(report.getReceivedAt());
    if (known == null) {
      count(report.getReportId(), 1);
      due.file(day, report.getReportId());
    }
    var before = ages.forgottenBefore(day);
    if (!due.isSweptTo(before)) {
      due.takeBefore(before, AT_ONCE).forEach(reportId -> lookAt(reportId, before));
    }
    return true;
  }

  /** Files a word anew that became newer, and forgets any other. */
  private void lookAt(String reportId, long before) {
    var word = find(reportId);
    if (word == null) {
      return;
    }
    var day = Ages.dayOf(word.receivedAt());
    if (day >= before) {
      due.file(day, reportId);
    } else {
      store.delete(Keys.of(reportId).key());
      count(reportId, -1);
    }
  }

  /** How many words there are of a source. */
  private void count(String reportId, int more) {
    var key = ofSource(reportId);
    var known = store.get(key);
    var words = (known == null ? 0 : ByteBuffer.wrap(known).getLong()) + more;
    if (words == 0) {
      store.delete(key);
    } else {
      store.put(key, ByteBuffer.allocate(Long.BYTES).putLong(words).array());
    }
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
