package org.marsad.producer;

import java.time.Clock;
import java.time.Instant;
import org.marsad.message.StrikeReport;
import org.marsad.producer.report.ReportContext;
import org.marsad.producer.report.ReportJson;
import org.marsad.producer.report.ReportOutcome;

/** Reports for tests. */
public final class TestReports {
  /** When the first of them was received. */
  public static final Instant START = Instant.parse("2016-10-11T11:00:00Z");

  private TestReports() {}

  /** A report in Aleppo, received as many seconds after the start. */
  public static StrikeReport report(String localId, long seconds) {
    var text =
        """
        {"source": {"id": "observer-1"}, "localId": "%s", "area": "aleppo",
         "occurredFrom": "%s"}
        """
            .formatted(localId, START.plusSeconds(seconds));
    var outcome =
        new ReportJson(TestPlaces::resolve).read(text, ReportContext.recorded(Clock.systemUTC()));
    return ((ReportOutcome.Accepted) outcome).report();
  }
}
