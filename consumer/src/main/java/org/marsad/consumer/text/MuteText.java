package org.marsad.consumer.text;

import java.util.ArrayList;
import org.marsad.message.Mute;
import org.marsad.message.Reality;

/** What a mute says, in words. */
public final class MuteText {
  /** Longest reason, characters. */
  private static final int REASON = 300;

  private MuteText() {}

  /** {@code 3f9a1c2b: aleppo/al-fardous, WAVE, until …, by duty officer: known to all}. */
  public static String of(Mute mute) {
    return "%s, until %s, by %s: %s"
        .formatted(
            named(mute),
            UtcTime.of(mute.getExpiresAt()),
            PlainText.of(mute.getSetBy()),
            PlainText.of(mute.getReason(), REASON));
  }

  /**
   * {@code 3f9a1c2b: aleppo/al-fardous, WAVE, lifted by duty officer}, or that its time is over.
   */
  public static String ended(Mute mute) {
    var by = mute.getLiftedBy();
    return named(mute) + (by == null ? ", its time is over" : ", lifted by " + PlainText.of(by));
  }

  private static String named(Mute mute) {
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
    return PlainText.of(mute.getMuteId()) + ": " + String.join(", ", covers);
  }
}
