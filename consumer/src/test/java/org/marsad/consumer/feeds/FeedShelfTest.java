package org.marsad.consumer.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.SENT;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FeedShelfTest {
  private final FeedShelf shelf = new FeedShelf(100);
  private int written;

  @Test
  void shouldWriteOnceAndShareTheBytes() {
    var first = get("a", "state", SENT, 10);
    assertThat(get("a", "state", SENT.plusSeconds(59), 10).bytes()).isSameAs(first.bytes());
    assertThat(written).isEqualTo(1);
  }

  @Test
  void shouldWriteAgainWhenSomethingOrTheTimeHasChanged() {
    // Given
    get("a", "state", SENT, 10);
    // Then
    get("a", "other", SENT, 10);
    assertThat(written).isEqualTo(2);
    get("a", "other", SENT.plusSeconds(60), 10);
    assertThat(written).isEqualTo(3);
  }

  @Test
  void shouldStayAsOldAsItsBytes() {
    // Given
    get("a", "state", SENT, 10);
    // Then
    assertThat(get("a", "same bytes", SENT.plusSeconds(5), 10).modified()).isEqualTo(SENT);
    assertThat(get("a", "other bytes", SENT.plusSeconds(9), 11).modified())
        .isEqualTo(SENT.plusSeconds(9));
  }

  @Test
  void shouldLetGoOfWhatWasNotAskedForTheLongest() {
    // Given
    get("a", "state", SENT, 40);
    get("b", "state", SENT, 40);
    get("a", "state", SENT, 40);
    // When
    get("c", "state", SENT, 40);
    // Then
    written = 0;
    get("a", "state", SENT, 40);
    assertThat(written).isZero();
    get("b", "state", SENT, 40);
    assertThat(written).isEqualTo(1);
  }

  @Test
  void shouldServeWhatIsLargerThanTheShelf() {
    assertThat(get("a", "state", SENT, 500).bytes()).hasSize(500);
    assertThat(get("b", "state", SENT, 50).bytes()).hasSize(50);
  }

  private Document get(String name, String state, Instant now, int bytes) {
    return shelf.get(
        name,
        state,
        now,
        () -> {
          written++;
          return new FeedShelf.Written(
              Document.of(new byte[bytes], "text/plain", now), SENT.plusSeconds(60));
        });
  }
}
