package org.marsad.consumer.operations.mutes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.marsad.consumer.fixtures.Records;
import org.marsad.message.Mute;

class MuteStateTest {
  private static final Mute MUTE = Records.mute("m1", null);

  @Test
  void shouldStandUntilItExpires() {
    var end = MUTE.getExpiresAt();
    assertThat(MuteState.of(MUTE, end.minusMillis(1))).isEqualTo(MuteState.STANDING);
    assertThat(MuteState.of(MUTE, end)).isEqualTo(MuteState.EXPIRED);
  }

  @Test
  void shouldBeLiftedForEverOnceItIs() {
    var lifted = Mute.newBuilder(MUTE).setLiftedAt(Records.NOON).setLiftedBy("desk").build();
    assertThat(MuteState.of(lifted, Records.NOON)).isEqualTo(MuteState.LIFTED);
    assertThat(MuteState.of(lifted, MUTE.getExpiresAt())).isEqualTo(MuteState.LIFTED);
  }
}
