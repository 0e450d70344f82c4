package org.marsad.standalone.explain;

import java.time.Duration;
import org.marsad.message.MessageType;
import org.marsad.message.SilenceFacts;

/** SOURCE_SILENT: how often a source promised to be heard, and since when it is not. */
final class SourceSilentWords implements RuleWords {
  @Override
  public String sentence(Inquiry inquiry) {
    var silence = inquiry.alert().getSilence();
    if (silence == null) {
      return new AnyRuleWords().sentence(inquiry);
    }
    return "A source of %s (%s) was last heard on %s, though it promised to be heard every %s. Silence is not calm. %s"
        .formatted(
            inquiry.name(inquiry.alert().getArea()),
            Words.kind(silence.getSourceKind()),
            inquiry.times().moment(silence.getLastHeardAt()),
            LocalTimes.duration(Duration.ofSeconds(silence.getEverySeconds())),
            heard(silence));
  }

  @Override
  public void why(Inquiry inquiry, Sheet sheet) {
    var silence = inquiry.alert().getSilence();
    if (silence == null) {
      new AnyRuleWords().why(inquiry, sheet);
      return;
    }
    sheet.title(
        inquiry.alert().getMessageType() == MessageType.CANCEL
            ? "WHY IT COUNTED AS SILENT"
            : "WHY IT COUNTS AS SILENT");
    sheet.row(2, "rule asks", asked(silence));
    sheet.row(
        2,
        "counted",
        "by Marsad's own clock, from the source's last word or, if that is later, from when Marsad"
            + " began to listen: its own outage is not the source's silence.");
    sheet.row(2, "others", heard(silence));
    sheet.row(2, "who", "which source it is does not appear, nor why it is silent: nobody knows.");
  }

  private static String asked(SilenceFacts silence) {
    var after = silence.getSilentAfterSeconds();
    var every = silence.getEverySeconds();
    var product =
        every > 0 && after % every == 0
            ? ": %d × %s".formatted(after / every, LocalTimes.duration(Duration.ofSeconds(every)))
            : "";
    return "more than %s with neither a heartbeat nor a report%s."
        .formatted(LocalTimes.duration(Duration.ofSeconds(after)), product);
  }

  /** Sources that promise nothing are not among them. */
  private static String heard(SilenceFacts silence) {
    var expected = silence.getSourcesExpected();
    return "Of the area's %s with heartbeats %s."
        .formatted(
            expected == 1 ? "1 source" : expected + " sources",
            switch (silence.getSourcesHeard()) {
              case 0 -> "none is heard";
              case 1 -> "1 is heard";
              default -> silence.getSourcesHeard() + " are heard";
            });
  }
}
