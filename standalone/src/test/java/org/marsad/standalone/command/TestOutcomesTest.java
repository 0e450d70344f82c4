package org.marsad.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TestOutcomesTest {
  private static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");

  private final TestOutcomes outcomes = TestOutcomes.of(subscriber());

  @Test
  void shouldTellTheOutcomeAndTheAgeOfTheLastSuccessOfEachChannel() {
    // When
    var after =
        outcomes.after(
            List.of(delivery("hook", "DELIVERED", null), delivery("mail", "GAVE_UP", "WHY")));
    // Then
    assertThat(after.lines(NOW))
        .containsExactly(
            "hook             DELIVERED                last success before: 2 h ago",
            "mail             GAVE_UP WHY              last success before: never");
    assertThat(after.isComplete()).isTrue();
    assertThat(after.allDelivered()).isFalse();
  }

  @Test
  void shouldWaitForEveryChannelAndForTheLastAttempt() {
    var hook = delivery("hook", "DELIVERED", null);
    assertThat(outcomes.isComplete()).isFalse();
    assertThat(outcomes.after(List.of(hook)).isComplete()).isFalse();
    var waiting = outcomes.after(List.of(hook, delivery("mail", "RETRY_LATER", "WHY")));
    assertThat(waiting.isComplete()).isFalse();
    var told = outcomes.after(List.of(hook, delivery("mail", "DELIVERED", null)));
    assertThat(told.isComplete()).isTrue();
    assertThat(told.allDelivered()).isTrue();
  }

  private static JsonNode subscriber() {
    var subscriber = JsonNodeFactory.instance.objectNode().put("id", "a");
    var channels = subscriber.putArray("channels");
    channels
        .addObject()
        .put("channel", "hook")
        .put("pushed", true)
        .put("lastSuccessAt", NOW.minusSeconds(7_300).toString());
    channels.addObject().put("channel", "mail").put("pushed", true);
    channels.addObject().put("channel", "feed").put("pushed", false);
    channels.addObject().put("channel", "gone");
    return subscriber;
  }

  private static JsonNode delivery(String channel, String outcome, @Nullable String reason) {
    var delivery = JsonNodeFactory.instance.objectNode().put("channel", channel);
    return delivery.put("outcome", outcome).put("reason", reason);
  }
}
