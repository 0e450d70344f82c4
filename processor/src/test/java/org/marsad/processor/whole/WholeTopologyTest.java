package org.marsad.processor.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.message.Rule;
import org.marsad.processor.oracle.World;

/**
 * What stands in the end is what the oracle counts, whatever the town, the order of arrival and the
 * restarts in between. {@code -Dmarsad.seeds=N -Dmarsad.firstSeed=N} plays other seeds.
 */
class WholeTopologyTest {
  private static final int SEEDS = Integer.getInteger("marsad.seeds", 10_000);
  private static final int FIRST = Integer.getInteger("marsad.firstSeed", 1);

  /** Each seed is an area of its own, so that one stage plays so many at once. */
  private static final int AREAS = 100;

  /** Of the seeds that are played several times, one in so many. */
  private static final int ONE_IN = 20;

  private static final UnderTest NOW = UnderTest.NOW;

  @TempDir private Path directory;

  @Test
  void shouldEndAsTheOracleCountsInEveryTown() {
    // Given the stages are independent, so that each core plays some
    var compared =
        stages(1)
            .parallel()
            .mapToObj(
                first -> {
                  try (var play = new Play(directory, worlds(first)).toTheEnd()) {
                    assertNoFaults(play);
                    return play.compared(NOW);
                  }
                })
            .flatMap(List::stream)
            .collect(Collectors.groupingBy(kind -> kind, Collectors.counting()));
    // Then enough was compared
    assertThat(compared.get("MERGED")).isGreaterThan(SEEDS / 2);
    for (var rule : NOW.rules()) {
      var least = rule == Rule.UNPLACED_STRIKE ? SEEDS / 100 : SEEDS / 10;
      assertThat(compared.get(rule.name())).as("alerts of %s", rule).isGreaterThan(least);
    }
  }

  @Test
  void shouldEndAsTheOracleCountsInWhateverOrderTheReportsCome() {
    stages(ONE_IN)
        .parallel()
        .forEach(
            first -> {
              for (var permutation = 1; permutation <= 3; permutation++) {
                var random = new Random(first + permutation);
                var worlds = worlds(first).stream().map(world -> shuffled(world, random)).toList();
                try (var play = new Play(directory, worlds).toTheEnd()) {
                  assertNoFaults(play);
                }
              }
            });
  }

  @Test
  void shouldPublishTheSameBytesAfterRestartsAndNothingWhenAllIsSaidOnceMore() {
    stages(ONE_IN)
        .parallel()
        .forEach(
            first -> {
              var worlds = worlds(first);
              try (var once = new Play(directory, worlds).toTheEnd();
                  var again = new Play(directory, worlds).withRestarts(3)) {
                assertThat(again.digest())
                    .as("all bytes, seeds from %d", first)
                    .isEqualTo(once.digest());
                again.onceMore();
                assertNoFaults(again);
              }
            });
  }

  @Test
  void shouldPublishTheSameBytesWithItsStateOnDisk() {
    var worlds = worlds(FIRST);
    try (var inMemory = new Play(directory, worlds).toTheEnd();
        var onDisk = new Play(Stage.onDisk(directory), worlds).toTheEnd()) {
      assertThat(onDisk.digest()).isEqualTo(inMemory.digest());
      assertNoFaults(onDisk);
    }
  }

  /** The first seed of each stage, of one stage in so many. */
  private static IntStream stages(int oneIn) {
    return IntStream.iterate(FIRST, first -> first < FIRST + SEEDS, first -> first + AREAS * oneIn);
  }

  private static List<World> worlds(int first) {
    var worlds = new ArrayList<World>();
    for (var seed = first; seed < Math.min(first + AREAS, FIRST + SEEDS); seed++) {
      worlds.add(Story.of(seed, NOW));
    }
    return worlds;
  }

  private static World shuffled(World world, Random random) {
    var said = new ArrayList<>(world.said());
    Collections.shuffle(said, random);
    return new World(world.area(), world.profile(), said);
  }

  private void assertNoFaults(Play play) {
    for (var world : play.worlds()) {
      var faults = play.faults(world, NOW);
      if (!faults.isEmpty()) {
        fail(explain(world, faults));
      }
    }
  }

  /** The seed, and the shortest story that goes wrong by itself. */
  private String explain(World world, List<String> faults) {
    var shortest = Shrinker.shrink(world, shorter -> !faultsAlone(shorter).isEmpty());
    var text = new StringBuilder("%s goes wrong:%n".formatted(world.area()));
    faults.forEach(fault -> text.append(fault).append('\n'));
    text.append("Alone, this is enough for it, in ").append(shortest.profile()).append(":\n");
    shortest.said().forEach(message -> text.append(message).append('\n'));
    text.append("which leads to:\n");
    faultsAlone(shortest).forEach(fault -> text.append(fault).append('\n'));
    return text.toString();
  }

  /** Empty where it goes wrong only beside other towns or after a restart. */
  private List<String> faultsAlone(World world) {
    try (var play = new Play(directory, List.of(world)).toTheEnd()) {
      return play.faults(world, NOW);
    }
  }
}
