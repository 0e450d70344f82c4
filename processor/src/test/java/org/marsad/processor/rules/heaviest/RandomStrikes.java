package org.marsad.processor.rules.heaviest;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.Target;

/** Strikes of a small town, with small counts, so that equal values are common. */
final class RandomStrikes {
  static final String TOWN = "town";

  private static final List<String> NEIGHBOURHOODS = List.of("town/east", "town/mill", "town/west");
  private static final List<String> SOURCES = List.of("agency", "clinic", "office", "press");

  /** Around borders of the tree's nodes (32, 1024 and 32,768 days) and in autumn 2016. */
  private static final List<Long> BEGINNINGS = List.of(17_059L, 17_408L - 20, 32_768L - 20);

  private static final List<Certainty> CERTAINTIES = List.of(Certainty.values());

  private final Random random;
  private final long beginning;
  private final int days;

  /**
   * Strikes within so many days.
   *
   * @param days the fewer, the more fall on one day
   */
  RandomStrikes(Random random, int days) {
    this.random = random;
    this.beginning = BEGINNINGS.get(random.nextInt(BEGINNINGS.size()));
    this.days = days;
  }

  long beginning() {
    return beginning;
  }

  /** The last day of all. */
  long end() {
    return beginning + days + 20;
  }

  long day() {
    return beginning + random.nextInt(days);
  }

  Contribution next(String strikeId) {
    var neighbourhood =
        random.nextInt(3) == 0 ? null : NEIGHBOURHOODS.get(random.nextInt(NEIGHBOURHOODS.size()));
    var untimed = random.nextInt(3) == 0;
    var fine = !untimed && random.nextInt(4) > 0;
    var last = day();
    var isLong = random.nextInt(6) == 0;
    var first = isLong ? last - 1 - random.nextInt(12) : last - (random.nextInt(8) == 0 ? 1 : 0);
    var from = first * Strikes.DAY + random.nextInt(4) * Strikes.HOUR;
    var sources = some(SOURCES, random.nextInt(5) == 0 ? 2 : 1);
    return new Contribution(
        strikeId,
        neighbourhood,
        fine,
        untimed,
        first,
        last,
        !isLong,
        from,
        "report:" + random.nextInt(1_000) + strikeId,
        Instant.ofEpochMilli(last * Strikes.DAY + random.nextInt(1_000)),
        CERTAINTIES.get(random.nextInt(CERTAINTIES.size())),
        sources,
        sources,
        new TreeSet<>(random.nextBoolean() ? List.of(Target.MARKET) : List.of()),
        range(),
        range(),
        range());
  }

  /** The same strike with another count, or certainty, or source. */
  Contribution changed(Contribution strike) {
    var other = next(strike.strikeId());
    return new Contribution(
        strike.strikeId(),
        strike.neighbourhood(),
        strike.fine(),
        strike.untimed(),
        strike.firstDay(),
        strike.lastDay(),
        strike.dated(),
        strike.from(),
        strike.firstReport(),
        other.newestReceivedAt(),
        other.certainty(),
        random.nextBoolean() ? strike.sources() : other.sources(),
        strike.lineages(),
        strike.targets(),
        strike.impacts(),
        random.nextBoolean() ? strike.killed() : other.killed(),
        random.nextBoolean() ? strike.injured() : other.injured());
  }

  private SortedSet<String> some(List<String> names, int number) {
    var some = new TreeSet<String>();
    while (some.size() < number) {
      some.add(names.get(random.nextInt(names.size())));
    }
    return some;
  }

  private @Nullable CountRange range() {
    return switch (random.nextInt(8)) {
      case 0 -> null;
      case 1 -> CountRange.of(random.nextInt(4));
      case 2 -> atLeast(random.nextInt(9));
      default -> {
        var low = random.nextInt(6);
        var best = low + random.nextInt(5);
        yield new CountRange(low, best, best + random.nextInt(8));
      }
    };
  }

  private static CountRange atLeast(int n) {
    return new CountRange(n, n, CountRange.OPEN);
  }
}
