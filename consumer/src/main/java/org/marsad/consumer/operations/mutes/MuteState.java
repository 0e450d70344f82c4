package org.marsad.consumer.operations.mutes;

import java.time.Instant;
import org.marsad.message.Mute;

/** What has become of a mute. */
public enum MuteState {
  STANDING,
  LIFTED,
  EXPIRED;

  /** What has become of one by then. A mute that expires at that moment has expired. */
  public static MuteState of(Mute mute, Instant now) {
    if (mute.getLiftedAt() != null) {
      return LIFTED;
    }
    return mute.getExpiresAt().isAfter(now) ? STANDING : EXPIRED;
  }
}
