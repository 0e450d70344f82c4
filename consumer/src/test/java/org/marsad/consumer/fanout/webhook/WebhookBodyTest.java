package org.marsad.consumer.fanout.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.residential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.marsad.message.Alert;
import org.marsad.message.Intent;
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
    assertThat(WebhookBody.of(alert, "text", Map.of()).length)
        .isLessThanOrEqualTo(WebhookBody.MOST_BYTES);
    assertThat(body.get("data").has("strikeIds")).isFalse();
    assertThat(body.get("data").get("neighbourhoods")).hasSize(1);
    assertThat(body.get("leftOut")).hasSize(1);
    assertThat(body.get("leftOut").get(0).asText()).isEqualTo("strikeIds");
  }

  @Test
  void shouldBeTheSameBytesForTheSameAlert() {
    assertThat(WebhookBody.of(residential().build(), "text", Map.of()))
        .isEqualTo(WebhookBody.of(residential().build(), "text", Map.of()));
    assertThat(WebhookBody.of(residential().setStrikeIds(List.of()).build(), "text", Map.of()))
        .isNotEqualTo(WebhookBody.of(residential().build(), "text", Map.of()));
  }

  @Test
  void shouldCarryTheLinksToAnswerByInTheirOrder() throws IOException {
    // Given
    var links = new EnumMap<Intent, URI>(Intent.class);
    links.put(Intent.SEEN, URI.create("https://marsad.example.org/r/one"));
    links.put(Intent.CANNOT, URI.create("https://marsad.example.org/r/two"));
    // When
    var body = new ObjectMapper().readTree(WebhookBody.of(residential().build(), "text", links));
    // Then
    assertThat(body.get("replies").toString())
        .isEqualTo(
            "{\"SEEN\":\"https://marsad.example.org/r/one\","
                + "\"CANNOT\":\"https://marsad.example.org/r/two\"}");
    assertThat(read(residential().build()).has("replies")).isFalse();
  }

  private static String type(MessageType type) throws IOException {
    return read(residential().setMessageType(type).build()).get("type").asText();
  }

  private static JsonNode read(Alert alert) throws IOException {
    return new ObjectMapper().readTree(WebhookBody.of(alert, "text", Map.of()));
  }
}
