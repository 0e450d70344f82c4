package org.marsad.consumer.operations.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.fixtures.MovedClock;
import org.marsad.consumer.fixtures.Records;
import org.marsad.consumer.operations.board.Board;
import org.marsad.consumer.operations.board.OperationsViewer;
import org.marsad.consumer.reading.ReadingStatus;
import org.marsad.schemas.launch.Readiness;

class StatusTest {
  private final MovedClock clock = new MovedClock(Records.NOON);
  private final Board board = new Board(new AreaDirectory(), id -> false, () -> true, clock);
  private ReadingStatus reading = new ReadingStatus(true, Records.NOON);
  private final Status status = new Status(board, () -> reading, this::readiness, clock);

  private Readiness readiness() {
    return new Readiness(status.obstacle(), List.of());
  }

  @Test
  void shouldSayThatTheBrokerIsLostAfterHalfAMinute() {
    // When
    clock.pass(Duration.ofSeconds(30));
    // Then
    assertThat(status.obstacle()).isEmpty();
    assertThat(reason()).isNull();
    // When
    clock.pass(Duration.ofSeconds(1));
    // Then
    var words = "the broker has not answered for 31 seconds: what is shown may be old";
    assertThat(status.obstacle()).hasValue(words);
    assertThat(reason()).isEqualTo(words);
  }

  @Test
  void shouldSayHowFarTheReadingHasCome() {
    reading = new ReadingStatus(false, null);
    assertThat(status.obstacle()).hasValue("the broker has not answered yet");
    reading = new ReadingStatus(false, Records.NOON);
    assertThat(status.obstacle()).hasValue("catching up with the topics");
    reading = new ReadingStatus(true, Records.NOON);
    assertThat(status.obstacle()).isEqualTo(Optional.empty());
  }

  private @Nullable String reason() {
    return status.json(OperationsViewer.DESK).path("reason").asText(null);
  }
}
