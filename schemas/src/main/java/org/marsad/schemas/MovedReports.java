package org.marsad.schemas;

import java.util.TreeSet;
import org.marsad.message.ReportStatus;
import org.marsad.message.StrikeReport;

/** Reports of which a later word says that they belong to another area. */
public final class MovedReports {
  private MovedReports() {}

  /**
   * The end of a report in an area that it is not in: under the revision of the later word, and
   * received with it. Where the later word stands in the same world, it says where; where that
   * takes the report back, or says that it was a drill, so does this.
   *
   * @param there what stands in the area
   * @param now the later word, in another area
   */
  public static StrikeReport endOf(StrikeReport there, StrikeReport now) {
    var marks = new TreeSet<>(there.getMarks());
    if (now.getStatus() == ReportStatus.REPORTED && now.getReality() == there.getReality()) {
      marks.add(Marks.MOVED_TO + now.getArea());
    }
    return StrikeReport.newBuilder(there)
        .setStatus(ReportStatus.RETRACTED)
        .setReality(now.getReality())
        .setRevision(now.getRevision())
        .setReceivedAt(now.getReceivedAt())
        .setMarks(marks.stream().toList())
        .build();
  }
}
