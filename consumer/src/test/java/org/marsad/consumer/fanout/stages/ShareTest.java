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

  @Test
  void shouldBeQuietOnceEveryAttemptIsRecorded() {
    // Given
    var share = new Share(0);
    share.begin(0, 2); // one of them waits, and is nobody's concern here
    assertThat(share.isQuiet()).isTrue();
    // When
    share.attemptBegins();
    assertThat(share.isQuiet()).isFalse();
    share.attemptEnds();
    // Then
    assertThat(share.isQuiet()).isTrue();
  }
}
