package org.marsad.standalone.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.standalone.explain.Messages.NOON;
import static org.marsad.standalone.explain.Messages.bare;
import static org.marsad.standalone.explain.Messages.report;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.marsad.message.Heartbeat;
import org.marsad.message.Reality;
import org.marsad.message.ReportStatus;
import org.marsad.message.Source;
import org.marsad.message.SourceKind;
import org.marsad.message.StrikeReport;
import org.marsad.message.SubjectKind;
import org.marsad.processor.rules.heaviest.Days;

class HeardDaysTest {
  private static final long NOONS_DAY = LocalDate.parse("2016-10-11").toEpochDay();

  private final HeardDays heard = new HeardDays(bare(SubjectKind.DAY).build());

  @Test
  void shouldHearOfTheDaysOfAReportThatWasTakenBackToo() {
    // Given a report of a night, which ends with the next day's midnight
    var night = report("1", "src-a", 0).setOccurredUntil(NOON.plus(Duration.ofHours(12))).build();
    heard.add(night);
    // When
    heard.add(
        StrikeReport.newBuilder(night).setRevision(2).setStatus(ReportStatus.RETRACTED).build());
    // Then
    assertThat(heard.days()).containsExactly(new Days(NOONS_DAY, NOONS_DAY));
  }

  @Test
  void shouldForgetTheDaysOfAnOlderRevision() {
    var first = report("1", "src-a", 0).build();
    var moved = NOON.plus(Duration.ofDays(3));
    heard.add(
        StrikeReport.newBuilder(first)
            .setRevision(2)
            .setOccurredFrom(moved)
            .setOccurredUntil(moved)
            .build());
    heard.add(first); // later in the log, but older
    assertThat(heard.days()).containsExactly(new Days(NOONS_DAY + 3, NOONS_DAY + 3));
  }

  @Test
  void shouldHearOfNothingOfAnotherReality() {
    heard.add(report("1", "src-a", 0).setReality(Reality.EXERCISE).build());
    heard.add(heartbeat(Reality.TEST));
    assertThat(heard.days()).isEmpty();
    heard.add(heartbeat(Reality.ACTUAL));
    assertThat(heard.days()).containsExactly(new Days(NOONS_DAY, NOONS_DAY));
  }

  private static Heartbeat heartbeat(Reality reality) {
    return new Heartbeat(
        new Source("src-a", SourceKind.OBSERVER, "src-a"), reality, "town", 300, NOON);
  }
}
