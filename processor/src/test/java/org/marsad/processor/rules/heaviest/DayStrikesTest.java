package org.marsad.processor.rules.heaviest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.marsad.processor.rules.Measure;
import org.marsad.processor.rules.heaviest.Entry.Kind;
import org.marsad.processor.rules.heaviest.Row.Bound;

/** The strikes of a day in their leaves, against a plain list of them. */
class DayStrikesTest {
  private static final Comparator<Entry> ORDER = Comparator.comparing(Entry::position);

  @Test
  void shouldAnswerAsAPlainListDoesWhateverComesAndGoes() {
    for (var seed = 0; seed < 30; seed++) {
      var random = new Random(seed);
      var strikes = new RandomStrikes(random, 1);
      var store = new MemoryLedger();
      var index = new byte[0];
      var plain = new ArrayList<Entry>();
      for (var step = 0; step < 250; step++) {
        // Given a day as it comes from the store
        var day = new DayStrikes(store);
        if (index.length > 0) {
          day.readIndex(new CompactReader(index));
        }
        // When
        if (!plain.isEmpty() && random.nextInt(3) == 0) {
          assertThat(day.remove(plain.remove(random.nextInt(plain.size())))).isTrue();
        } else {
          var entry = Entry.of(strikes.next("s" + step));
          day.add(entry);
          plain.add(entry);
        }
        // Then
        plain.sort(ORDER);
        check(day, plain, Entry.of(strikes.next("x")), "seed %d, step %d".formatted(seed, step));
        day.flush();
        var out = new CompactWriter();
        day.writeIndex(out);
        index = out.toBytes();
      }
    }
  }

  @Test
  void shouldFillTheLeavesWhenStrikesComeInOrder() {
    var store = new MemoryLedger();
    var day = new DayStrikes(store);
    for (var i = 0; i < 10 * DayStrikes.LEAF; i++) {
      day.add(Entry.of(Strikes.at("s%03d".formatted(i), 1, 3, "town/east").killed(i).done()));
    }
    day.flush();
    assertThat(store.size()).isEqualTo(10);
    day.clear();
    day.flush();
    assertThat(store.size()).isZero();
  }

  @Test
  void shouldNotMissAStrikeThatIsNotThere() {
    var day = new DayStrikes(new MemoryLedger());
    var one = Entry.of(Strikes.at("one", 1, 3, "town/east").done());
    assertThat(day.remove(one)).isFalse();
    day.add(Entry.of(Strikes.at("two", 1, 3, "town/east").done()));
    assertThat(day.remove(one)).isFalse();
    assertThat(day.last(5)).containsExactly("two");
  }

  private static void check(DayStrikes day, List<Entry> plain, Entry other, String where) {
    assertThat(day.isEmpty()).as(where).isEqualTo(plain.isEmpty());
    var all = new ArrayList<Entry>();
    day.forEach(all::add);
    assertThat(all).as(where).isEqualTo(plain);
    var last = new ArrayList<String>();
    for (var i = plain.size() - 1; i >= Math.max(0, plain.size() - 20); i--) {
      last.add(plain.get(i).strikeId());
    }
    assertThat(day.last(20)).as(where).isEqualTo(last);
    assertThat(day.newestReceivedAt())
        .isEqualTo(plain.stream().mapToLong(Entry::newestReceivedAt).max().orElse(Long.MIN_VALUE));
    for (var measure : Measure.values()) {
      for (var bound : Bound.values()) {
        assertThat(day.highest(measure, bound))
            .isEqualTo(plain.stream().mapToInt(e -> Maxima.of(e, measure, bound)).max().orElse(0));
      }
      var some = plain.isEmpty() ? other : plain.get(plain.size() / 2);
      for (var strike : List.of(other, some)) {
        if (strike.kind() == Kind.LONG || strike.value(measure).best() == 0) {
          continue;
        }
        var asHeavy = hasEarlierAsHeavy(plain, strike, measure);
        assertThat(day.hasEarlierAsHeavy(strike, measure)).as(where).isEqualTo(asHeavy);
        assertThat(day.hasEarlierPerhapsAsHeavy(strike, measure))
            .as(where)
            .isEqualTo(hasEarlierPerhaps(plain, strike, measure));
        if (plain.contains(strike) && !asHeavy) {
          assertThat(day.heaviestWhenTheyFell(measure, 1, Position.FIRST))
              .as(where)
              .contains(strike);
          assertThat(day.heaviestWhenTheyFell(measure, 1, strike.position()))
              .as(where)
              .contains(strike);
        }
      }
    }
  }

  private static boolean hasEarlierAsHeavy(List<Entry> plain, Entry strike, Measure measure) {
    return plain.stream()
        .filter(other -> isBefore(other, strike, measure, List.of(Kind.TIMED, Kind.UNTIMED)))
        .anyMatch(other -> other.value(measure).best() >= strike.value(measure).best());
  }

  private static boolean hasEarlierPerhaps(List<Entry> plain, Entry strike, Measure measure) {
    return plain.stream()
        .filter(
            other ->
                other.kind() == Kind.LONG
                    || isBefore(other, strike, measure, List.of(Kind.UNTIMED, Kind.TIMED)))
        .anyMatch(other -> other.value(measure).high() >= strike.value(measure).low());
  }

  /** By kind, then by start, the heavier first, then by smallest report id. */
  private static boolean isBefore(Entry other, Entry strike, Measure measure, List<Kind> kinds) {
    return other.kind() != Kind.LONG
        && Comparator.comparing((Entry entry) -> kinds.indexOf(entry.kind()))
                .thenComparing(entry -> entry.position().from())
                .thenComparing(entry -> -entry.value(measure).best())
                .thenComparing(entry -> entry.position().firstReport())
                .compare(other, strike)
            < 0;
  }
}
