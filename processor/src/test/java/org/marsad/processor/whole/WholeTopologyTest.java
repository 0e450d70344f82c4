package org.marsad.processor.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;
import org.marsad.message.Rule;
import org.marsad.message.SubjectKind;
import org.marsad.processor.oracle.World;

/**
 * What stands is what the oracle counts, whatever the town, the order of arrival and the restarts
 * in between; and each revision interrupts if it should. {@code -Dmarsad.towns=N} plays so many
 * towns, {@code -Dmarsad.firstTown=N} begins at another seed.
 */
class WholeTopologyTest {
  private static final int TOWNS = Integer.getInteger("marsad.towns", 200);
  private static final int FIRST = Integer.getInteger("marsad.firstTown", 1);

  /** Each seed is an area of its own, so that one stage plays so many at once. */
  private static final int AREAS = Integer.getInteger("marsad.areas", 50);

  /** Of the stages that are played several times or compared at each step, one in so many. */
  private static final int ONE_IN = 4;

  @TempDir private Path directory;

  @Test
  void shouldEndAsTheOracleCountsInEveryTown() {
    var seen = new TreeMap<String, Integer>();
    // Given the stages are independent, so that each core plays some
    stages(1)
        .parallel()
        .forEach(
            first -> {
              try (var play = new Play(directory, worlds(first)).toTheEnd()) {
                requireNoFaults(play, false);
                synchronized (seen) {
                  play.published().forEach(area -> count(area, seen));
                }
              }
            });
    // Then enough was compared
    for (var kind :
        List.of(SubjectKind.STRIKE, SubjectKind.DAY, SubjectKind.WAVE, SubjectKind.HOSPITAL)) {
      assertThat(seen).as("what stood").hasEntrySatisfying(kind.name(), isAtLeast(TOWNS / 4));
    }
    for (var rule :
        List.of(
            Rule.CASUALTIES,
            Rule.RESIDENTIAL_STRIKE,
            Rule.PROTECTED_SITE_STRIKE,
            Rule.REPEAT_STRIKE,
            Rule.HEAVIEST_IN_DAYS)) {
      assertThat(seen).as("what stood").hasEntrySatisfying(rule.name(), isAtLeast(TOWNS / 4));
    }
    for (var rare : List.of("SITE", "UNPLACED_STRIKE", "WITHDRAWN", "NOT_ACTUAL", "REPLACED")) {
      assertThat(seen).as("what stood").hasEntrySatisfying(rare, isAtLeast(TOWNS / 100));
    }
  }

  private static Consumer<Integer> isAtLeast(int least) {
    return count -> assertThat(count).isGreaterThanOrEqualTo(least);
  }

  private static void count(Published area, Map<String, Integer> seen) {
    for (var revisions : area.alerts()) {
      var last = revisions.get(revisions.size() - 1);
      if (last.getMessageType() != MessageType.CANCEL) {
        seen.merge(last.getSubject().getKind().name(), 1, Integer::sum);
        last.getFindings().forEach(f -> seen.merge(f.getRule().name(), 1, Integer::sum));
      }
      revisions.stream()
          .map(Alert::getReason)
          .filter(reason -> reason != null)
          .forEach(reason -> seen.merge(reason.name(), 1, Integer::sum));
    }
  }

  @Test
  void shouldStandAsTheOracleCountsAfterEachMessage() {
    stages(ONE_IN)
        .parallel()
        .forEach(
            first -> {
              var play = new Play(directory, worlds(first)).comparingEachStep();
              try (var played = play.toTheEnd()) {
                requireNoFaults(played, true);
              }
            });
  }

  @Test
  void shouldEndAsTheOracleCountsInWhateverOrderTheReportsCome() {
    stages(ONE_IN)
        .parallel()
        .forEach(
            first -> {
              for (var permutation = 1; permutation <= 2; permutation++) {
                var random = new Random(first + permutation);
                var worlds = worlds(first).stream().map(world -> shuffled(world, random)).toList();
                try (var play = new Play(directory, worlds).toTheEnd()) {
                  requireNoFaults(play, false);
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
                requireNoFaults(again, false);
              }
            });
  }

  @Test
  void shouldPublishTheSameBytesWithItsStateOnDisk() {
    var worlds = worlds(FIRST);
    try (var inMemory = new Play(directory, worlds).toTheEnd();
        var onDisk = new Play(Stage.onDisk(directory), worlds).toTheEnd()) {
      assertThat(onDisk.digest()).isEqualTo(inMemory.digest());
      requireNoFaults(onDisk, false);
    }
  }

  /** The first seed of each stage, of one stage in so many. */
  private static IntStream stages(int oneIn) {
    return IntStream.iterate(FIRST, first -> first < FIRST + TOWNS, first -> first + AREAS * oneIn);
  }

  private static List<World> worlds(int first) {
    var worlds = new ArrayList<World>();
    for (var seed = first; seed < Math.min(first + AREAS, FIRST + TOWNS); seed++) {
      worlds.add(Story.of(seed));
    }
    return worlds;
  }

  private static World shuffled(World world, Random random) {
    var said = new ArrayList<>(world.said());
    Collections.shuffle(said, random);
    return new World(world.area(), world.profile(), said);
  }

  private void requireNoFaults(Play play, boolean eachStep) {
    for (var world : play.worlds()) {
      var faults = play.faults(world);
      if (!faults.isEmpty()) {
        fail(explain(world, faults, eachStep));
      }
    }
  }

  /** The seed, and the shortest story that goes wrong by itself. */
  private String explain(World world, List<String> faults, boolean eachStep) {
    var shortest = Shrinker.shrink(world, shorter -> !faultsAlone(shorter, eachStep).isEmpty());
    var text = new StringBuilder("%s goes wrong:%n".formatted(world.area()));
    faults.stream().limit(20).forEach(fault -> text.append(fault).append('\n'));
    text.append("Alone, this is enough for it, in ").append(shortest.profile()).append(":\n");
    shortest.said().forEach(message -> text.append(message).append('\n'));
    text.append("which leads to:\n");
    faultsAlone(shortest, eachStep).forEach(fault -> text.append(fault).append('\n'));
    return text.toString();
  }

  /** Empty where it goes wrong only beside other towns or after a restart. */
  private List<String> faultsAlone(World world, boolean eachStep) {
    var play = new Play(directory, List.of(world));
    try (var played = (eachStep ? play.comparingEachStep() : play).toTheEnd()) {
      return played.faults(world);
    }
  }
}
