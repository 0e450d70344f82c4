package org.marsad.consumer.fanout.stages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShareTest {
  @Test
  void shouldCommitUpToTheOldestAlertThatIsNotFinal() {
    // Given
    var share = new Share(5);
    share.begin(5, 2);
    share.begin(6, 0);
    share.begin(8, 1); // 7 was a transaction's marker
    // Then
    assertThat(share.committable()).isEqualTo(5);
    share.finish(8);
    share.finish(5);
    assertThat(share.committable()).isEqualTo(5);
    share.finish(5);
    assertThat(share.committable()).isEqualTo(9);
  }

  @Test
  void shouldCommitWhereItBeganWhenNothingCame() {
    assertThat(new Share(5).committable()).isEqualTo(5);
  }
}
