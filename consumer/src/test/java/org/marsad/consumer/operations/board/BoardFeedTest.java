package org.marsad.consumer.operations.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.fixtures.Alerts;
import org.marsad.consumer.fixtures.Areas;
import org.marsad.consumer.fixtures.Records;
import org.marsad.message.Reality;
import org.marsad.schemas.DayKeys;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.Topics;

class BoardFeedTest {
  private static final Topics TOPICS = new Topics("");
  private static final OperationsViewer DESK = OperationsViewer.DESK;

  private final Board board =
      new Board(
          new AreaDirectory(), id -> false, () -> true, Clock.fixed(Records.NOON, ZoneOffset.UTC));
  private final BoardFeed feed = new BoardFeed(board, TOPICS);

  @Test
  void shouldForgetAnAreaThatItsTopicRemoves() {
    // Given
    take(TOPICS.areas(), "aleppo", Areas.aleppo().build());
    assertThat(board.areas().of("aleppo", "en")).isEqualTo("Aleppo");
    // When
    remove(TOPICS.areas(), "aleppo");
    // Then
    assertThat(board.areas().of("aleppo", "en")).isEqualTo("aleppo");
    assertThat(board.areas().profiles()).isEmpty();
  }

  @Test
  void shouldForgetAStrikeThatItsTopicRemovesUntilItComesAgain() {
    // Given
    take(TOPICS.strikes(), "s1", Records.strike("s1"));
    take(TOPICS.strikes(), "s2", Records.strike("s2"));
    // When
    remove(TOPICS.strikes(), "s1");
    // Then
    assertThat(strikes()).containsExactly("s2");
    // When
    take(TOPICS.strikes(), "s1", Records.strike("s1"));
    // Then
    assertThat(strikes()).containsExactly("s1", "s2");
  }

  @Test
  void shouldForgetADayOfOneRealityThatItsTopicRemoves() {
    // Given
    for (var reality : new Reality[] {Reality.ACTUAL, Reality.EXERCISE}) {
      for (var day : new String[] {"2016-10-10", "2016-10-11", "2016-10-12"}) {
        take(TOPICS.days(), key(reality, day), Records.day(reality, day));
      }
    }
    // When
    remove(TOPICS.days(), key(Reality.ACTUAL, "2016-10-11"));
    // Then
    assertThat(days(Reality.ACTUAL)).containsExactly("2016-10-10", "2016-10-12");
    assertThat(days(Reality.EXERCISE)).containsExactly("2016-10-10", "2016-10-11", "2016-10-12");
  }

  @Test
  void shouldForgetAMuteThatItsTopicRemoves() {
    // Given
    take(TOPICS.mutes(), "m1", Records.mute("m1", null));
    take(TOPICS.mutes(), "m2", Records.mute("m2", null));
    // When
    remove(TOPICS.mutes(), "m1");
    // Then
    assertThat(board.mutes(DESK).findValuesAsText("muteId")).containsExactly("m2");
  }

  @Test
  void shouldForgetWhatItsTopicRemovesOfOneRecipient() {
    // Given
    take(TOPICS.alerts(), "strike:s1", Alerts.residential().build());
    for (var subscriber : new String[] {"crew-1", "crew-11", "crew-2"}) {
      var key = "strike:s1/" + subscriber + "/sms";
      take(TOPICS.deliveries(), key, Records.delivery("strike:s1", subscriber));
    }
    // When
    remove(TOPICS.deliveries(), "strike:s1/crew-1/sms");
    // Then
    var deliveries = board.alert(DESK, "strike:s1").orElseThrow().path("deliveries");
    assertThat(deliveries.findValuesAsText("subscriber")).containsExactly("crew-11", "crew-2");
  }

  private Iterable<String> strikes() {
    return board.strikes(null, null, null, 10).findValuesAsText("strikeId");
  }

  private Iterable<String> days(Reality reality) {
    return board.days(DESK, "aleppo", reality, null).findValuesAsText("day");
  }

  private static String key(Reality reality, String day) {
    return DayKeys.of(reality, "aleppo", LocalDate.parse(day));
  }

  private <T extends SpecificRecord> void take(String topic, String key, T message) {
    @SuppressWarnings("unchecked")
    var codec = MessageCodec.of((Class<T>) message.getClass());
    feed.onRecord(new ConsumerRecord<>(topic, 0, 0, bytes(key), codec.encode(message)));
  }

  private void remove(String topic, String key) {
    feed.onRecord(new ConsumerRecord<>(topic, 0, 0, bytes(key), null));
  }

  private static byte[] bytes(String key) {
    return key.getBytes(StandardCharsets.UTF_8);
  }
}
