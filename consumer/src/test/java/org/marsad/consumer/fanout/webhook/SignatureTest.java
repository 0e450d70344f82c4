package org.marsad.consumer.fanout.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.fanout.subscribers.Secret;

class SignatureTest {
  @Test
  void shouldGiveTheKnownAnswerOfStandardWebhooks() {
    // Given
    var secret = Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    var body = "{\"test\": 2432232314}".getBytes(UTF_8);
    // When
    var signature =
        Signature.of(
            secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1614265330), body);
    // Then
    assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }
}
