package org.marsad.consumer.channels.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Facts.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.audience.Projection;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.fixtures.Facts;
import org.marsad.message.Alert;
import org.marsad.message.Change;
import org.marsad.message.Intent;
import org.marsad.message.MessageType;
import org.marsad.message.RecordFacts;
import org.marsad.schemas.MessageJson;

class WebhookBodyTest {
  @Test
  void shouldHoldTheAlertUnderItsType() throws IOException {
    var alert = residential().build();
    var body = read(alert);
    assertThat(body.get("type").asText()).isEqualTo("alert.new");
    assertThat(body.get("timestamp").asText()).isEqualTo("2016-10-11T11:25:00Z");
    assertThat(body.get("interrupts").asBoolean()).isTrue();
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
  void shouldSayWhetherItInterruptsAndWhatChanged() throws IOException {
    var update =
        residential()
            .setMessageType(MessageType.UPDATE)
            .setChanges(List.of(Change.KILLED_ROSE, Change.MASS))
            .setInterrupts(false)
            .build();
    var data = read(update).get("data");
    assertThat(data.get("interrupts").asBoolean()).isFalse();
    assertThat(data.get("changes").toString()).isEqualTo("[\"KILLED_ROSE\",\"MASS\"]");
    assertThat(data.get("findings").get(0).get("rule").asText()).isEqualTo("CASUALTIES");
  }

  @Test
  void shouldHoldWhatTheSubscriberMaySeeAndNoMore() throws IOException {
    var view = Projection.of(residential().build(), Role.PUBLIC, null).orElseThrow();
    var body = new String(WebhookBody.of(view, true, "text", Map.of()), UTF_8);
    assertThat(body)
        .contains("aleppo/al-fardous")
        .doesNotContain("36.187", "the bakery street", "\"strikeIds\":[\"s1\"]", "\"value\":45.0");
  }

  /** An alert's lists are bounded, so that even the fullest fits with all of them. */
  @Test
  void shouldFitWithTheFullestAlertThatThereIs() throws IOException {
    var record =
        record().setScopeCode("x".repeat(60)).setRecent(Collections.nCopies(30, 12345)).build();
    var full =
        residential()
            .setFindings(
                List.of(
                    Facts.heaviest(Collections.nCopies(12, record).toArray(RecordFacts[]::new))))
            .setStrikeIds(Collections.nCopies(20, "x".repeat(40)))
            .setNeighbourhoods(Collections.nCopies(20, "x".repeat(60)))
            .build();
    assertThat(read(full).has("leftOut")).isFalse();
  }

  @Test
  void shouldLeaveLongListsOutAndSaySo() throws IOException {
    // Given
    var many = IntStream.range(0, 5_000).mapToObj(i -> "strike-" + i).toList();
    var alert = residential().setStrikeIds(many).build();
    // When
    var body = read(alert);
    // Then
    assertThat(WebhookBody.of(alert, true, "text", Map.of()).length)
        .isLessThanOrEqualTo(WebhookBody.MOST_BYTES);
    assertThat(body.get("data").has("strikeIds")).isFalse();
    assertThat(body.get("data").get("neighbourhoods")).hasSize(1);
    assertThat(body.get("leftOut")).hasSize(1);
    assertThat(body.get("leftOut").get(0).asText()).isEqualTo("strikeIds");
  }

  @Test
  void shouldBeTheSameBytesForTheSameAlert() {
    assertThat(WebhookBody.of(residential().build(), true, "text", Map.of()))
        .isEqualTo(WebhookBody.of(residential().build(), true, "text", Map.of()));
    assertThat(
            WebhookBody.of(residential().setStrikeIds(List.of()).build(), true, "text", Map.of()))
        .isNotEqualTo(WebhookBody.of(residential().build(), true, "text", Map.of()));
  }

  @Test
  void shouldCarryTheLinksToAnswerByInTheirOrder() throws IOException {
    // Given
    var links = new EnumMap<Intent, URI>(Intent.class);
    links.put(Intent.SEEN, URI.create("https://marsad.example.org/r/one"));
    links.put(Intent.CANNOT, URI.create("https://marsad.example.org/r/two"));
    // When
    var body =
        new ObjectMapper().readTree(WebhookBody.of(residential().build(), true, "text", links));
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
    return new ObjectMapper().readTree(WebhookBody.of(alert, true, "text", Map.of()));
  }
}
