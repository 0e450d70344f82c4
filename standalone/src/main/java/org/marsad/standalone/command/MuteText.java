package org.marsad.standalone.command;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import org.marsad.consumer.text.PlainText;
import org.marsad.message.Mute;
import org.marsad.message.Reality;
import org.marsad.standalone.mutes.MuteDraft;

/** What a mute says, in words. */
final class MuteText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

  private MuteText() {}

  /** {@code 3f9a1c2b: aleppo/al-fardous, WAVE, until …, by duty officer: known to all}. */
  static String of(Mute mute) {
    var covers = new ArrayList<String>();
    if (mute.getReality() != Reality.ACTUAL) {
      covers.add(mute.getReality().name());
    }
    var neighbourhood = mute.getNeighbourhood();
    covers.add(PlainText.of(neighbourhood == null ? mute.getArea() : neighbourhood));
    covers.add(mute.getSubject() == null ? "every subject" : mute.getSubject().name());
    covers.add(mute.getExtreme() ? "even extreme" : "not extreme");
    covers.add(
        mute.getSubscriber() == null
            ? "every subscriber"
            : "subscriber " + PlainText.of(mute.getSubscriber()));
    return "%s: %s, until %s, by %s: %s"
        .formatted(
            PlainText.of(mute.getMuteId()),
            String.join(", ", covers),
            time(mute.getExpiresAt()),
            PlainText.of(mute.getSetBy()),
            PlainText.of(mute.getReason(), MuteDraft.REASON));
  }

  /** In UTC, to the second. */
  static String time(Instant at) {
    return TIME.format(at);
  }
}
