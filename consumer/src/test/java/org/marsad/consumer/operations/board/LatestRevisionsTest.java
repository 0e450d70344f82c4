package org.marsad.consumer.operations.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestRevisionsTest {
  private final LatestRevisions<Item> revisions = new LatestRevisions<>(3);

  @Test
  void shouldKeepOnlyTheNewestRevisionWhateverTheOrder() {
    // Given
    revisions.put(item("a", 2, 0));
    // When
    var older = revisions.put(item("a", 1, 5));
    var same = revisions.put(item("a", 2, 6));
    var newer = revisions.put(item("a", 3, 1));
    // Then
    assertThat(List.of(older, same, newer)).containsExactly(false, false, true);
    assertThat(shown()).containsExactly("a3");
  }

  @Test
  void shouldListTheNewestFirstAndEqualTimesById() {
    // When
    revisions.put(item("b", 1, 1));
    revisions.put(item("c", 1, 2));
    revisions.put(item("a", 1, 1));
    // Then
    assertThat(shown()).containsExactly("c1", "a1", "b1");
  }

  @Test
  void shouldDropTheOldestWhenFullAndCountIt() {
    // Given
    revisions.put(item("a", 1, 1));
    revisions.put(item("b", 1, 2));
    revisions.put(item("c", 1, 3));
    // When
    var fits = revisions.put(item("d", 1, 4));
    var tooOld = revisions.put(item("e", 1, 0));
    // Then
    assertThat(fits).isTrue();
    assertThat(tooOld).isFalse();
    assertThat(shown()).containsExactly("d1", "c1", "b1");
    assertThat(revisions.list(item -> true, 9).dropped()).isEqualTo(2);
  }

  @Test
  void shouldCountAllMatchesWhenTheLimitCutsTheList() {
    // Given
    revisions.put(item("a", 1, 1));
    revisions.put(item("b", 1, 2));
    revisions.put(item("c", 1, 3));
    // When
    var listing = revisions.list(item -> !item.id().equals("c"), 1);
    // Then
    assertThat(listing.total()).isEqualTo(2);
    assertThat(listing.items()).extracting(Item::id).containsExactly("b");
  }

  @Test
  void shouldShowWhatWasRemovedOnlyFromALaterRevisionOn() {
    // Given
    revisions.put(item("a", 1, 0));
    // When
    var shown = revisions.remove("a", 2);
    var again = revisions.remove("a", 2);
    // Then
    assertThat(shown).isTrue();
    assertThat(again).isFalse();
    assertThat(revisions.contains("a")).isFalse();
    assertThat(revisions.put(item("a", 1, 0))).isFalse();
    assertThat(revisions.put(item("a", 2, 0))).isFalse();
    assertThat(shown()).isEmpty();
    assertThat(revisions.put(item("a", 3, 0))).isTrue();
    assertThat(shown()).containsExactly("a3");
  }

  @Test
  void shouldGoOnShowingWhatIsLaterThanWhatWasRemoved() {
    // Given
    revisions.put(item("a", 3, 0));
    // Then
    assertThat(revisions.remove("a", 2)).isFalse();
    assertThat(shown()).containsExactly("a3");
  }

  @Test
  void shouldRememberOnlyAsManyRemovedAsFit() {
    // When
    List.of("a", "b", "c", "d").forEach(id -> revisions.remove(id, 1));
    // Then
    assertThat(revisions.put(item("b", 1, 0))).isFalse();
    assertThat(revisions.put(item("a", 1, 0))).isTrue();
  }

  @Test
  void shouldRefuseACapacityOfNothing() {
    assertThatThrownBy(() -> new LatestRevisions<Item>(0))
        .hasMessage("capacity: 0 (expected: >= 1)");
  }

  private List<String> shown() {
    return revisions.list(item -> true, 9).items().stream()
        .map(item -> item.id() + item.revision())
        .toList();
  }

  private static Item item(String id, int revision, int minute) {
    return new Item(id, revision, Instant.EPOCH.plusSeconds(60L * minute));
  }

  private record Item(String id, int revision, Instant at) implements Revision {}
}
