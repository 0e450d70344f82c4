package org.marsad.processor.rules.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.marsad.processor.rules.merging.StrikeIds.After;
import org.marsad.processor.rules.merging.StrikeIds.Before;

class StrikeIdsTest {
  private static final Map<String, Long> ACCEPTED =
      Map.of("a", 1L, "b", 2L, "c", 3L, "d", 4L, "e", 5L);

  @Test
  void shouldNameANewStrikeAfterItsFirstAcceptedReport() {
    assertThat(name(List.of(List.of("a", "b"))).named()).containsExactly("s-a");
    assertThat(
            StrikeIds.name(
                    List.of(List.of("a", "b")),
                    List.of(),
                    Map.of("a", 9L, "b", 2L),
                    id -> "s-" + id,
                    id -> false)
                .named())
        .containsExactly("s-b");
  }

  @Test
  void shouldLeaveTheIdWithTheFounderAtASplit() {
    var after =
        name(List.of(List.of("a"), List.of("b", "c")), strike("s-a", 1, "a", "a", "b", "c"));
    assertThat(after.named()).containsExactly("s-a", "s-b");
    assertThat(after.mergedInto()).isEmpty();
    assertThat(after.ended()).isEmpty();
  }

  @Test
  void shouldLeaveTheIdWithTheLargerPartWhenTheFounderIsGone() {
    var after =
        name(List.of(List.of("b"), List.of("c", "d")), strike("s-a", 1, "a", "a", "b", "c", "d"));
    assertThat(after.named()).containsExactly("s-b", "s-a");
  }

  @Test
  void shouldLeaveTheIdWithTheFirstOfEqualPartsWhenTheFounderIsGone() {
    var after = name(List.of(List.of("b"), List.of("c")), strike("s-a", 1, "a", "a", "b", "c"));
    assertThat(after.named()).containsExactly("s-a", "s-c");
  }

  @Test
  void shouldClaimNothingOfWhichItHasNoReport() {
    // Given the founder left long ago, and speaks of another strike now
    var after = name(List.of(List.of("a", "e"), List.of("b")), strike("s-x", 1, "a", "b"));
    assertThat(after.named()).containsExactly("s-a", "s-x");
    var gone = name(List.of(List.of("a", "e")), strike("s-x", 1, "a", "b"));
    assertThat(gone.named()).containsExactly("s-a");
    assertThat(gone.ended()).containsExactly("s-x");
  }

  @Test
  void shouldLetTheLargerStrikeSurviveAMerge() {
    var after =
        name(
            List.of(List.of("a", "b", "c")),
            strike("s-a", 1, "a", "a"),
            strike("s-b", 2, "b", "b", "c"));
    assertThat(after.named()).containsExactly("s-b");
    assertThat(after.mergedInto()).containsExactly(Map.entry("s-a", "s-b"));
    assertThat(after.ended()).isEmpty();
  }

  @Test
  void shouldLetTheOlderOfTwoEqualStrikesSurviveAMerge() {
    var after =
        name(List.of(List.of("a", "b")), strike("s-b", 2, "b", "b"), strike("s-a", 1, "a", "a"));
    assertThat(after.named()).containsExactly("s-a");
    assertThat(after.mergedInto()).containsExactly(Map.entry("s-b", "s-a"));
  }

  @Test
  void shouldGiveAMergedStrikeItsNameBackWhenItSplitsAgain() {
    // Given s-b became part of s-a and stands no more
    var after = name(List.of(List.of("a"), List.of("b")), strike("s-a", 1, "a", "a", "b"));
    assertThat(after.named()).containsExactly("s-a", "s-b");
  }

  @Test
  void shouldEndAStrikeOfWhichNothingIsLeft() {
    var after = name(List.of(), strike("s-a", 1, "a", "a"));
    assertThat(after.named()).isEmpty();
    assertThat(after.ended()).containsExactly("s-a");
  }

  @Test
  void shouldNeverGiveTwoStrikesOneName() {
    // Given the founder of s-a left it for another strike, and s-a lives on without
    var after =
        name(
            List.of(List.of("a", "d", "e"), List.of("b", "c")),
            strike("s-a", 1, "b", "b", "c"),
            strike("s-d", 4, "d", "d", "e"));
    assertThat(after.named()).containsExactly("s-d", "s-a");
    // When the founder stands alone then
    var alone = name(List.of(List.of("a"), List.of("b", "c")), strike("s-a", 1, "b", "b", "c"));
    assertThat(alone.named()).containsExactly("s-a#1", "s-a");
    // When a strike elsewhere has the name
    var elsewhere =
        StrikeIds.name(
            List.of(List.of("a", "b")), List.of(), ACCEPTED, id -> "s-" + id, "s-a"::equals);
    assertThat(elsewhere.named()).containsExactly("s-b");
  }

  private static After name(List<List<String>> groups, Before... strikes) {
    return StrikeIds.name(groups, Arrays.asList(strikes), ACCEPTED, id -> "s-" + id, id -> false);
  }

  private static Before strike(String id, long accepted, String founder, String... members) {
    return new Before(id, Set.of(members), founder, accepted);
  }
}
