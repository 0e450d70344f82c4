package org.marsad.consumer.fanout.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.EXPIRES;
import static org.marsad.consumer.fixtures.Alerts.SENT;
import static org.marsad.consumer.fixtures.Alerts.residential;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.message.Alert;

class FeedStoreTest {
  @Test
  void shouldKeepEachRevisionOnceAndNoneThatComesLate() {
    // Given
    var store = new FeedStore(10);
    store.put(alert("a", 1, 0));
    store.put(alert("a", 3, 60));
    var changes = store.changes();
    // When
    store.put(alert("a", 3, 60));
    store.put(alert("a", 2, 30));
    // Then
    assertThat(store.changes()).isEqualTo(changes);
    assertThat(kept(store)).containsExactly("strike.a.1", "strike.a.3");
  }

  @Test
  void shouldGiveUpSupersededRevisionsFirstTheOldestOfAll() {
    // Given
    var store = new FeedStore(3);
    store.put(alert("a", 1, 10));
    store.put(alert("b", 1, 0));
    store.put(alert("b", 2, 20));
    // When
    store.put(alert("a", 2, 30));
    // Then
    assertThat(kept(store)).containsExactly("strike.a.1", "strike.a.2", "strike.b.2");
  }

  @Test
  void shouldThenGiveUpTheAlertThatWouldBeGoneFirst() {
    // Given
    var store = new FeedStore(2);
    store.put(alert("lasting", 1, 0, 9_000));
    store.put(alert("short", 1, 50, 60));
    // When
    store.put(alert("new", 1, 70, 3_600));
    // Then
    assertThat(kept(store)).containsExactly("strike.lasting.1", "strike.new.1");
    assertThat(store.withMessage("strike.short.1")).isEmpty();
    assertThat(store.withMessage("strike.new.1")).isPresent();
  }

  @Test
  void shouldStayWithinItsCapacityThroughALongHistory() {
    // Given
    var store = new FeedStore(100);
    // When
    for (var i = 0; i < 5_000; i++) {
      store.put(alert("a" + i % 150, 1 + i / 150, i));
    }
    // Then
    assertThat(kept(store)).hasSize(100).contains("strike.a49.34");
  }

  private static List<String> kept(FeedStore store) {
    return store.alerts().stream()
        .flatMap(alert -> alert.revisions().stream())
        .map(FeedMessage::identifier)
        .sorted()
        .toList();
  }

  private static Alert alert(String alertId, int revision, int secondsLater) {
    return alert(
        alertId, revision, secondsLater, (int) (EXPIRES.getEpochSecond() - SENT.getEpochSecond()));
  }

  private static Alert alert(String alertId, int revision, int secondsLater, int lasts) {
    var sent = SENT.plusSeconds(secondsLater);
    return residential()
        .setAlertId(alertId)
        .setRevision(revision)
        .setSentAt(sent)
        .setExpiresAt(sent.plusSeconds(lasts))
        .build();
  }
}
