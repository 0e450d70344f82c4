package org.marsad.consumer.channels.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.subscribers.Secret;

class SignatureTest {
  @Test
  void shouldGiveTheKnownAnswerOfStandardWebhooks() {
    // Given
    var secret = Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    var body = "{\"test\": 2432232314}".getBytes(UTF_8);
    // When
    var signature =
        Signature.of(
            List.of(secret),
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            Instant.ofEpochSecond(1614265330),
            body);
    // Then
    assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void shouldSignWithEachSecretWhileKeysChange() {
    // Given
    var current = Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    var earlier = Secret.of("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD");
    var body = "{\"test\": 2432232314}".getBytes(UTF_8);
    var at = Instant.ofEpochSecond(1614265330);
    // When
    var both = Signature.of(List.of(current, earlier), "msg_p5jXN8AQM9LWM0D4loKWxJek", at, body);
    // Then
    assertThat(both.split(" "))
        .hasSize(2)
        .startsWith("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
        .endsWith(Signature.of(List.of(earlier), "msg_p5jXN8AQM9LWM0D4loKWxJek", at, body));
  }
}
