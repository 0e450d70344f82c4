package org.marsad.processor.rules.heaviest;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.Target;

/** A strike of a town to be told of in a test; unless said, by one agency that knows the day. */
final class Strikes {
  static final long HOUR = 3_600_000L;
  static final long DAY = 24 * HOUR;

  private final String id;
  private @Nullable String neighbourhood;
  private boolean fine;
  private boolean untimed = true;
  private long firstDay;
  private long lastDay;
  private boolean dated = true;
  private long from;
  private List<String> sources = List.of("agency");
  private @Nullable CountRange impacts;
  private @Nullable CountRange killed;
  private @Nullable CountRange injured;
  private Certainty certainty = Certainty.LIKELY;
  private List<Target> targets = List.of();

  private Strikes(String id, long day) {
    this.id = id;
    firstDay = day;
    lastDay = day;
    from = day * DAY;
  }

  /** Known to the day and the town. */
  static Strikes on(String id, long day) {
    return new Strikes(id, day);
  }

  /** Known to the minute and the neighbourhood. */
  static Strikes at(String id, long day, int hour, String neighbourhood) {
    var strike = new Strikes(id, day);
    strike.neighbourhood = neighbourhood;
    strike.fine = true;
    strike.untimed = false;
    strike.from = day * DAY + hour * HOUR;
    return strike;
  }

  /** Some time from one day to another. */
  static Strikes between(String id, long first, long last) {
    var strike = new Strikes(id, first);
    strike.lastDay = last;
    strike.dated = false;
    return strike;
  }

  Strikes in(@Nullable String code) {
    neighbourhood = code;
    return this;
  }

  /** From the evening before. */
  Strikes sinceTheEveningBefore() {
    firstDay = lastDay - 1;
    from = lastDay * DAY - HOUR;
    return this;
  }

  Strikes by(String... names) {
    sources = List.of(names);
    return this;
  }

  Strikes impacts(int n) {
    impacts = CountRange.of(n);
    return this;
  }

  Strikes killed(int n) {
    return killed(n, n, n);
  }

  Strikes killed(int low, int best, int high) {
    killed = new CountRange(low, best, high);
    return this;
  }

  Strikes injured(int n) {
    injured = CountRange.of(n);
    return this;
  }

  Strikes certain(Certainty how) {
    certainty = how;
    return this;
  }

  Strikes hitting(Target... hit) {
    targets = List.of(hit);
    return this;
  }

  Contribution done() {
    return new Contribution(
        id,
        neighbourhood,
        fine,
        untimed,
        firstDay,
        lastDay,
        dated,
        from,
        "report:" + id,
        Instant.ofEpochMilli((lastDay + 1) * DAY),
        certainty,
        new TreeSet<>(sources),
        new TreeSet<>(sources),
        new TreeSet<>(targets),
        impacts,
        killed,
        injured);
  }
}
