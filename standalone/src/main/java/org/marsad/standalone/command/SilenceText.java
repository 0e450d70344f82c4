package org.marsad.standalone.command;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import org.marsad.consumer.text.PlainText;
import org.marsad.message.Reality;
import org.marsad.message.Silence;
import org.marsad.standalone.silences.SilenceDraft;

/** What a silence says, in words. */
final class SilenceText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

  private SilenceText() {}

  /** {@code 3f9a1c2b: aleppo/al-fardous, WAVE, until …, by duty officer: known to all}. */
  static String of(Silence silence) {
    var covers = new ArrayList<String>();
    if (silence.getReality() != Reality.ACTUAL) {
      covers.add(silence.getReality().name());
    }
    var neighbourhood = silence.getNeighbourhood();
    covers.add(PlainText.of(neighbourhood == null ? silence.getArea() : neighbourhood));
    covers.add(silence.getRule() == null ? "every rule" : silence.getRule().name());
    covers.add(silence.getExtreme() ? "even extreme" : "not extreme");
    covers.add(
        silence.getSubscriber() == null
            ? "every subscriber"
            : "subscriber " + PlainText.of(silence.getSubscriber()));
    return "%s: %s, until %s, by %s: %s"
        .formatted(
            PlainText.of(silence.getSilenceId()),
            String.join(", ", covers),
            time(silence.getExpiresAt()),
            PlainText.of(silence.getSetBy()),
            PlainText.of(silence.getReason(), SilenceDraft.REASON));
  }

  /** In UTC, to the second. */
  static String time(Instant at) {
    return TIME.format(at);
  }
}
