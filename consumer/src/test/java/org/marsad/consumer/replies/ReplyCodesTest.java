package org.marsad.consumer.replies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.marsad.schemas.sms.AlertCode;

class ReplyCodesTest {
  private final ReplyCodes codes = new ReplyCodes(ReplyKey.of("a key of thirty-two characters !"));

  @Test
  void shouldMakeTheSameCodeOfTheSameAlertAndSubscriber() {
    var again = new ReplyCodes(ReplyKey.of("a key of thirty-two characters !"));
    assertThat(again.of("strike:s1", "crew")).isEqualTo(codes.of("strike:s1", "crew"));
  }

  @Test
  void shouldMakeAnotherCodeForAnotherSubscriberAlertOrKey() {
    // Given
    var code = codes.of("strike:s1", "crew");
    var others = new ReplyCodes(ReplyKey.of("another key of some 32 characters"));
    // Then
    assertThat(codes.of("strike:s1", "crew-2")).isNotEqualTo(code);
    assertThat(codes.of("residential:s2", "crew")).isNotEqualTo(code);
    assertThat(others.of("strike:s1", "crew")).isNotEqualTo(code);
  }

  @Test
  void shouldUseAllOfTheAlphabetAndHardlyEverTheSameCode() {
    // When
    var seen = new HashSet<String>();
    var letters = new HashSet<Integer>();
    for (var alert = 0; alert < 2_000; alert++) {
      var code = codes.of("alert-" + alert, "crew");
      assertThat(code).matches("[" + AlertCode.ALPHABET + "]{6}");
      seen.add(code);
      code.chars().forEach(letters::add);
    }
    // Then
    assertThat(seen).hasSize(2_000); // two alike would be a chance of one in a hundred, once
    assertThat(letters).hasSize(AlertCode.ALPHABET.length());
  }
}
