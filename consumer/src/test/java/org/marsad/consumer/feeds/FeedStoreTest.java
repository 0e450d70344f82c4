package org.marsad.consumer.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.EXPIRES;
import static org.marsad.consumer.fixtures.Alerts.SENT;
import static org.marsad.consumer.fixtures.Alerts.residential;

import java.util.List;
import java.util.Optional;
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
    assertThat(kept(store)).containsExactly("marsad.a.1", "marsad.a.3");
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
    assertThat(kept(store)).containsExactly("marsad.a.1", "marsad.a.2", "marsad.b.2");
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
    assertThat(kept(store)).containsExactly("marsad.lasting.1", "marsad.new.1");
    assertThat(store.withMessage("marsad.short.1")).isEmpty();
    assertThat(store.withMessage("marsad.new.1")).isPresent();
  }

  @Test
  void shouldHideWhatMayNotBeShownAnyMore() {
    // Given
    var store = new FeedStore(10);
    store.put(alert("gone", 1, 0));
    store.put(alert("changed", 1, 0));
    store.put(alert("changed", 2, 60));
    store.put(alert("same", 1, 0));
    // When
    store.review(
        "aleppo",
        alert ->
            switch (alert.getAlertId()) {
              case "gone" -> Optional.empty();
              case "changed" -> Optional.of(Alert.newBuilder(alert).setSources(9).build());
              default -> Optional.of(alert);
            });
    // Then
    assertThat(kept(store))
        .containsExactly("marsad.changed.1", "marsad.changed.2", "marsad.same.1");
    var changed = store.withMessage("marsad.changed.2").orElseThrow();
    assertThat(changed.revisions())
        .allSatisfy(revision -> assertThat(revision.alert().getSources()).isEqualTo(9));
    var changes = store.changes();
    store.review("aleppo", Optional::of);
    store.review("homs", alert -> Optional.empty());
    assertThat(store.changes()).isEqualTo(changes);
    store.put(alert("gone", 2, 90));
    assertThat(kept(store)).hasSize(4);
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
    assertThat(kept(store)).hasSize(100).contains("marsad.a49.34");
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
