package org.marsad.consumer.fanout.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.residential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;
import org.marsad.schemas.MessageJson;

class WebhookBodyTest {
  @Test
  void shouldHoldTheAlertUnderItsType() throws IOException {
    var alert = residential().build();
    var body = read(alert);
    assertThat(body.get("type").asText()).isEqualTo("alert.new");
    assertThat(body.get("timestamp").asText()).isEqualTo("2016-10-11T11:25:00Z");
    assertThat(body.get("text").asText()).isEqualTo("text");
    assertThat(body.get("data")).isEqualTo(MessageJson.tree(alert));
    assertThat(body.has("leftOut")).isFalse();
  }

  @Test
  void shouldNameUpdatesAndCancellations() throws IOException {
    assertThat(type(MessageType.UPDATE)).isEqualTo("alert.update");
    assertThat(type(MessageType.CANCEL)).isEqualTo("alert.cancel");
  }

  @Test
  void shouldLeaveLongListsOutAndSaySo() throws IOException {
    // Given
    var many = IntStream.range(0, 5_000).mapToObj(i -> "strike-" + i).toList();
    var alert = residential().setStrikeIds(many).build();
    // When
    var body = read(alert);
    // Then
    assertThat(WebhookBody.of(alert, "text").length).isLessThanOrEqualTo(WebhookBody.MOST_BYTES);
    assertThat(body.get("data").has("strikeIds")).isFalse();
    assertThat(body.get("data").get("neighbourhoods")).hasSize(1);
    assertThat(body.get("leftOut")).hasSize(1);
    assertThat(body.get("leftOut").get(0).asText()).isEqualTo("strikeIds");
  }

  @Test
  void shouldBeTheSameBytesForTheSameAlert() {
    assertThat(WebhookBody.of(residential().build(), "text"))
        .isEqualTo(WebhookBody.of(residential().build(), "text"));
    assertThat(WebhookBody.of(residential().setStrikeIds(List.of()).build(), "text"))
        .isNotEqualTo(WebhookBody.of(residential().build(), "text"));
  }

  private static String type(MessageType type) throws IOException {
    return read(residential().setMessageType(type).build()).get("type").asText();
  }

  private static JsonNode read(Alert alert) throws IOException {
    return new ObjectMapper().readTree(WebhookBody.of(alert, "text"));
  }
}
