package org.marsad.processor.rules.heaviest;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.CountRange;

/**
 * Strikes of a small town in some ten weeks, with small counts, so that equal values are common.
 */
final class RandomStrikes {
  private static final List<String> NEIGHBOURHOODS = List.of("town/east", "town/west");
  private static final List<String> LINEAGES = List.of("agency", "office", "press");

  /** Around borders of the tree's nodes (32, 1024 and 32,768 days) and in autumn 2016. */
  private static final List<Long> BEGINNINGS = List.of(17_059L, 17_408L - 40, 32_768L - 40);

  private static final List<Certainty> CERTAINTIES = List.of(Certainty.values());
  private static final int DAYS = 70;

  private final Random random;
  private final long beginning;

  RandomStrikes(Random random) {
    this.random = random;
    this.beginning = BEGINNINGS.get(random.nextInt(BEGINNINGS.size()));
  }

  /** A day in or somewhat before or after the ten weeks. */
  long day() {
    return beginning + random.nextInt(DAYS + 20) - 10;
  }

  Contribution next(String strikeId) {
    var lineage = LINEAGES.get(random.nextInt(LINEAGES.size()));
    var neighbourhood =
        random.nextInt(3) == 0 ? null : NEIGHBOURHOODS.get(random.nextInt(NEIGHBOURHOODS.size()));
    var fine = neighbourhood != null && random.nextInt(3) > 0;
    // two clusters and a spread: crowded days as well as strikes out of order by weeks
    var first = beginning + (random.nextBoolean() ? 20 + random.nextInt(8) : random.nextInt(DAYS));
    var span = random.nextInt(5) == 0 ? 1 + random.nextInt(fine ? 1 : 12) : 0;
    var dated = span == 0 && (fine || random.nextInt(5) > 0);
    var impacts = range();
    var killed = range();
    var injured = range();
    var from = first * 86_400_000L + random.nextInt(3) * 3_600_000L;
    return new Contribution(
        strikeId,
        neighbourhood,
        fine ? Contribution.FINE : lineage,
        first,
        first + span,
        dated,
        from,
        from + random.nextInt(2) * 60_000L,
        lineage + ":" + random.nextInt(1_000) + strikeId,
        CERTAINTIES.get(random.nextInt(CERTAINTIES.size())),
        new TreeSet<>(List.of(lineage)),
        impacts == null && fine ? CountRange.of(1) : impacts,
        impacts != null,
        killed,
        CountRange.sumOfKnown(killed, injured));
  }

  private @Nullable CountRange range() {
    return switch (random.nextInt(6)) {
      case 0 -> null;
      case 1 -> CountRange.of(random.nextInt(4));
      case 2 -> atLeast(random.nextInt(8));
      default -> {
        var low = random.nextInt(6);
        var best = low + random.nextInt(4);
        yield new CountRange(low, best, best + random.nextInt(10));
      }
    };
  }

  private static CountRange atLeast(int n) {
    return new CountRange(n, n, CountRange.OPEN);
  }
}
