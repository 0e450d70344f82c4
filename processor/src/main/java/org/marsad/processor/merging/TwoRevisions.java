package org.marsad.processor.merging;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.message.PlaceBasis;
import org.marsad.message.ReportStatus;
import org.marsad.message.StrikeReport;
import org.marsad.processor.mapping.Digests;
import org.marsad.processor.state.ReportStore;
import org.marsad.schemas.Marks;
import org.marsad.schemas.MessageCodec;

/**
 * Which of two revisions of one report stands: the higher; of two texts under one revision the one
 * received later, then that of the larger hash, marked, whichever came first. What a person placed
 * keeps its revision: it is received later, and is no second text of its source.
 */
public final class TwoRevisions {
  private static final MessageCodec<StrikeReport> CODEC = MessageCodec.of(StrikeReport.class);

  private TwoRevisions() {}

  /**
   * What is to be filed now; null where the known one stands as it is.
   *
   * @param known as it was filed
   */
  public static @Nullable StrikeReport newer(StrikeReport known, StrikeReport report) {
    var order = Integer.compare(report.getRevision(), known.getRevision());
    if (order != 0) {
      return order > 0 ? report : null;
    }
    var content = content(known);
    var ofReport = content(report);
    var isLater = report.getReceivedAt().isAfter(known.getReceivedAt());
    if (Arrays.equals(content, ofReport)) {
      return isLater ? withMarks(report, known.getMarks()) : null;
    }
    var stands =
        report.getReceivedAt().equals(known.getReceivedAt())
            ? Digests.of(ofReport).compareTo(Digests.of(content)) > 0
            : isLater;
    if (isPlaced(known) || isPlaced(report)) {
      return stands ? report : null;
    }
    if (!stands && known.getMarks().contains(Marks.SAME_REVISION_TWICE)) {
      return null;
    }
    return withMarks(stands ? report : known, List.of(Marks.SAME_REVISION_TWICE));
  }

  private static boolean isPlaced(StrikeReport report) {
    return report.getPlaceBasis() == PlaceBasis.PERSON
        || (report.getStatus() == ReportStatus.RETRACTED && Marks.isMovedAway(report.getMarks()));
  }

  /** What it says, apart from when it was received and how often it was sent. */
  private static byte[] content(StrikeReport report) {
    var marks = new TreeSet<>(report.getMarks());
    marks.remove(Marks.SAME_REVISION_TWICE);
    return CODEC.encode(
        StrikeReport.newBuilder(ReportStore.lean(report))
            .setReceivedAt(Instant.EPOCH)
            .setMarks(List.copyOf(marks))
            .build());
  }

  private static StrikeReport withMarks(StrikeReport report, List<String> more) {
    var marks = new TreeSet<>(report.getMarks());
    marks.addAll(more);
    return StrikeReport.newBuilder(report).setMarks(List.copyOf(marks)).build();
  }
}
