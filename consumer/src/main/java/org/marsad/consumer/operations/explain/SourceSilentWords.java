package org.marsad.consumer.operations.explain;

import java.time.Duration;
import org.marsad.message.Finding;
import org.marsad.message.MessageType;
import org.marsad.message.SilentSource;
import org.marsad.schemas.text.Counted;

/** SOURCE_SILENT: how often a source promised to be heard, and since when it is not. */
final class SourceSilentWords implements RuleWords {
  @Override
  public String sentence(Inquiry inquiry, Finding finding) {
    var silent = finding.getSilentSource();
    if (silent == null) {
      return new AnyRuleWords().sentence(inquiry, finding);
    }
    return "A source of %s (%s) was last heard on %s, though it promised to be heard every %s. Silence is not calm. %s"
        .formatted(
            inquiry.name(inquiry.alert().getArea()),
            Words.kind(silent.getSourceKind()),
            inquiry.times().moment(silent.getLastHeardAt()),
            LocalTimes.duration(Duration.ofSeconds(silent.getEverySeconds())),
            heard(silent));
  }

  @Override
  public void why(Inquiry inquiry, Finding finding, Sheet sheet) {
    var silent = finding.getSilentSource();
    if (silent == null) {
      new AnyRuleWords().why(inquiry, finding, sheet);
      return;
    }
    sheet.title(
        inquiry.alert().getMessageType() == MessageType.CANCEL
            ? "WHY IT COUNTED AS SILENT"
            : "WHY IT COUNTS AS SILENT");
    sheet.row(2, "rule asks", asked(silent));
    sheet.row(
        2,
        "counted",
        "by Marsad's own clock, from the source's last word or, if that is later, from when Marsad"
            + " began to listen: its own outage is not the source's silence.");
    sheet.row(2, "others", heard(silent));
    sheet.row(2, "who", "which source it is does not appear, nor why it is silent: nobody knows.");
  }

  private static String asked(SilentSource silent) {
    var after = silent.getSilentAfterSeconds();
    var every = silent.getEverySeconds();
    var product =
        every > 0 && after % every == 0
            ? ": %d × %s".formatted(after / every, LocalTimes.duration(Duration.ofSeconds(every)))
            : "";
    return "more than %s with neither a heartbeat nor a report%s."
        .formatted(LocalTimes.duration(Duration.ofSeconds(after)), product);
  }

  /** Sources that promise nothing are not among them. */
  private static String heard(SilentSource silent) {
    var expected = silent.getSourcesExpected();
    return "Of the area's %s with heartbeats %s."
        .formatted(
            Counted.of(expected, "source"),
            switch (silent.getSourcesHeard()) {
              case 0 -> "none is heard";
              case 1 -> "1 is heard";
              default -> silent.getSourcesHeard() + " are heard";
            });
  }
}
