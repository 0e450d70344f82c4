package org.marsad.processor.rules.wave;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.Target;
import org.marsad.processor.rules.merging.StandingStrike;
import org.marsad.processor.rules.merging.Stands;
import org.marsad.processor.rules.wave.Wave.Total;

/** What is kept up strike by strike is what reading all of them again would give. */
class WaveBookTest {
  private final WaveRule rule = new WaveRule(3, Duration.ofMinutes(30));
  private final Map<String, StandingStrike> strikes = new TreeMap<>();
  private final MemoryChains chains = new MemoryChains();
  private int read;
  private int named;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void shouldAlwaysKnowWhatReadingAllStrikesAgainWouldGive(long seed) {
    var random = new SplittableRandom(seed);
    for (var step = 0; step < 400; step++) {
      var changes = new HashMap<String, WaveBook.Change>();
      for (var left = random.nextInt(12) == 0 ? 3 : 1; left > 0; left--) {
        var id = "s" + random.nextInt(25);
        var now = random.nextInt(4) == 0 ? null : strike(id, random);
        var before = strikes.get(id);
        if (!changes.containsKey(id) && (before != null || now != null)) {
          changes.put(id, new WaveBook.Change(before, now));
        }
      }
      if (!changes.isEmpty()) {
        apply(List.copyOf(changes.values()));
      }
      assertThat(waves()).as("seed %d, step %d", seed, step).isEqualTo(expected());
      assertThat(chains.all.values().stream().mapToInt(Chain::strikes).sum())
          .isEqualTo(strikes.size());
    }
  }

  @Test
  void shouldReadNoStrikeOfAWaveThatGrowsAtItsEnd() {
    for (var i = 0; i < 640; i++) {
      apply(change("s" + i, Stands.as("s" + i).afterMinutes(2L * i)));
    }
    read = 0;
    apply(change("new", Stands.as("new").afterMinutes(1_281)));
    assertThat(read).isZero();
    assertThat(waves()).singleElement().satisfies(w -> assertThat(w.strikes()).isEqualTo(641));
    // One that is corrected is not looked for either, and one that moves reads its neighbours alone
    apply(change("s320", Stands.as("s320").afterMinutes(640).killed(1, 1, 1)));
    assertThat(read).isZero();
    apply(change("s320", Stands.as("s320").afterMinutes(641).killed(1, 1, 1)));
    assertThat(read).isLessThan(50);
  }

  @Test
  void shouldKeepTheAlertOfAWaveThatGrowsAndLeaveItTheLargerPartOfOneThatBreaks() {
    apply(change("a", Stands.as("a")));
    apply(change("b", Stands.as("b").afterMinutes(30)));
    var first = apply(change("c", Stands.as("c").afterMinutes(60)));
    assertThat(first.standing()).hasSize(1);
    var name = first.standing().get(0).chain().alertId();
    apply(change("d", Stands.as("d").afterMinutes(90)));
    apply(change("e", Stands.as("e").afterMinutes(120)));
    apply(change("f", Stands.as("f").afterMinutes(150)));
    apply(change("g", Stands.as("g").afterMinutes(180)));
    // Without the third there are two and four
    var broken = apply(List.of(new WaveBook.Change(strikes.get("c"), null)));
    assertThat(broken.ended()).isEmpty();
    assertThat(broken.standing()).hasSize(1);
    assertThat(broken.standing().get(0).chain().alertId()).isEqualTo(name);
    assertThat(broken.standing().get(0).wave().strikes()).isEqualTo(4);
    // Without the sixth there is no wave any more
    var ended = apply(List.of(new WaveBook.Change(strikes.get("f"), null)));
    assertThat(ended.standing()).isEmpty();
    assertThat(ended.ended()).containsExactly(Map.entry(name, ""));
  }

  @Test
  void shouldSayWhichAlertSpeaksForAWaveThatJoinsAnother() {
    for (var minutes : List.of(0, 10, 20, 90, 100, 110, 120)) {
      apply(change("s" + minutes, Stands.as("s" + minutes).afterMinutes(minutes)));
    }
    var smaller = chains.touching(Stands.NOON, Stands.NOON).get(0).alertId();
    var larger = chains.all.lastEntry().getValue().alertId();
    var joined =
        apply(change("x", Stands.as("x").afterMinutes(50).lasting(Duration.ofMinutes(10))));
    assertThat(joined.ended()).containsExactly(Map.entry(smaller, larger));
    assertThat(joined.standing().get(0).chain().alertId()).isEqualTo(larger);
  }

  @Test
  void shouldAddUpAllOfTwoWavesThatJoinAndForgetAStrikeThatIsTakenBack() {
    // Given two waves of three, the second an hour after the first
    for (var minutes : List.of(0, 10, 20)) {
      var of = Stands.as("s" + minutes).in("fardous").hitting(Target.SCHOOL).toldBy("amal");
      apply(change("s" + minutes, of.afterMinutes(minutes).killed(1, 2, 3).impacts(2)));
    }
    for (var minutes : List.of(80, 90, 100)) {
      var of = Stands.as("s" + minutes).in("salah").residential().toldBy("basil");
      apply(change("s" + minutes, of.afterMinutes(minutes).injured(4, 4, 5).impacts(1)));
    }
    // When one falls between them
    apply(change("x", Stands.as("x").in("salah").toldBy("amal").afterMinutes(50).killed(7, 7, 7)));
    // Then
    var joined = waves().get(0);
    assertThat(waves()).hasSize(1);
    assertThat(joined.strikes()).isEqualTo(7);
    assertThat(joined.number()).isEqualTo(CountRange.of(7));
    assertThat(joined.from()).isEqualTo(Stands.NOON);
    assertThat(joined.until()).isEqualTo(Stands.NOON.plus(Duration.ofMinutes(100)));
    assertThat(joined.residential()).isEqualTo(3);
    assertThat(joined.killed()).isEqualTo(new Total(new CountRange(10, 13, CountRange.OPEN), 3));
    assertThat(joined.injured()).isEqualTo(new Total(new CountRange(12, 12, CountRange.OPEN), 4));
    assertThat(joined.impacts()).isEqualTo(new Total(new CountRange(10, 10, CountRange.OPEN), 1));
    assertThat(joined.sources()).isEqualTo(2);
    assertThat(joined.neighbourhoods()).isEqualTo(Map.of("fardous", 3, "salah", 4));
    assertThat(joined.targets()).containsExactly(Target.SCHOOL);
    // When the last one is taken back
    apply(List.of(new WaveBook.Change(strikes.get("s100"), null)));
    // Then
    var without = waves().get(0);
    assertThat(without.until()).isEqualTo(Stands.NOON.plus(Duration.ofMinutes(90)));
    assertThat(without.residential()).isEqualTo(2);
    assertThat(without.injured()).isEqualTo(new Total(new CountRange(8, 8, CountRange.OPEN), 4));
    assertThat(without.neighbourhoods()).isEqualTo(Map.of("fardous", 3, "salah", 3));
  }

  @Test
  void shouldKeepNothingOfASourceAPlaceOrATargetThatIsNotThereAnyMore() {
    for (var minutes : List.of(0, 10, 20)) {
      apply(change("s" + minutes, Stands.as("s" + minutes).in("fardous").afterMinutes(minutes)));
    }
    var other = Stands.as("x").in("salah").hitting(Target.SCHOOL).toldBy("zeina").afterMinutes(15);
    apply(change("x", other));
    assertThat(waves().get(0).targets()).containsExactly(Target.SCHOOL);
    apply(List.of(new WaveBook.Change(strikes.get("x"), null)));
    assertThat(waves().get(0).targets()).isEmpty();
    assertThat(waves().get(0).sources()).isEqualTo(1);
    assertThat(waves().get(0).neighbourhoods()).isEqualTo(Map.of("fardous", 3));
  }

  @Test
  void shouldReadBackAChainThatWasWritten() {
    var strikes =
        List.of(
            Stands.as("a").in("fardous").killed(1, 2, 3).residential().strike(),
            Stands.as("b").toldBy("x", "y").injured(1, 1, 9).hitting(Target.SCHOOL).strike(),
            Stands.as("c").somewhereInTown().toldBy("z").certain(Certainty.OBSERVED).strike());
    var chain = Chain.of(strikes);
    chain.setAlertId("wave:x");
    var read = Chain.from(chain.toBytes());
    assertThat(read.alertId()).isEqualTo("wave:x");
    assertThat(rule.judge(read)).isEqualTo(rule.judge(chain)).isPresent();
  }

  @Test
  void shouldReadBackAChainOfMoreStrikesThanAShortCounts() {
    var strike = Stands.as("a").in("fardous").killed(1, 1, 1).strike();
    var chain = Chain.of(Collections.nCopies(70_000, strike));
    assertThat(rule.judge(Chain.from(chain.toBytes()))).isEqualTo(rule.judge(chain)).isPresent();
  }

  private List<WaveBook.Change> change(String id, Stands now) {
    return List.of(new WaveBook.Change(strikes.get(id), now.strike()));
  }

  private WaveBook.Outcome apply(List<WaveBook.Change> changes) {
    for (var change : changes) {
      strikes.remove(change.id());
      if (change.now() != null) {
        strikes.put(change.id(), change.now());
      }
    }
    var outcome = new WaveBook(rule, chains, this::touching).apply(changes);
    for (var standing : outcome.standing()) {
      if (standing.chain().alertId().isEmpty()) {
        standing.chain().setAlertId("wave-" + named++);
      }
      chains.put(standing.chain());
    }
    return outcome;
  }

  private List<StandingStrike> touching(Instant from, Instant until) {
    var touching =
        strikes.values().stream()
            .filter(s -> !s.what().time().from().isAfter(until))
            .filter(s -> !s.what().time().until().isBefore(from))
            .toList();
    read += touching.size();
    return touching;
  }

  private List<Wave> waves() {
    return chains.all.values().stream().flatMap(chain -> rule.judge(chain).stream()).toList();
  }

  /** But for when the newest report came: a chain remembers those that were taken away. */
  private List<Wave> expected() {
    var expected = new ArrayList<Wave>();
    var known = waves();
    for (var chain : rule.chains(strikes.values())) {
      rule.judge(chain)
          .ifPresent(
              wave ->
                  expected.add(
                      expected.size() < known.size()
                          ? receivedAs(wave, known.get(expected.size()))
                          : wave));
    }
    return expected;
  }

  private static Wave receivedAs(Wave wave, Wave known) {
    return new Wave(
        wave.strikes(),
        wave.number(),
        wave.from(),
        wave.until(),
        wave.residential(),
        wave.impacts(),
        wave.killed(),
        wave.injured(),
        wave.certainty(),
        wave.sources(),
        wave.neighbourhoods(),
        wave.targets(),
        known.newestReceivedAt());
  }

  private static StandingStrike strike(String id, SplittableRandom random) {
    var strike =
        Stands.as(id)
            .afterMinutes(random.nextInt(90) * 10L)
            .lasting(Duration.ofMinutes(random.nextInt(3) * 20L))
            .toldBy("l" + random.nextInt(3))
            .from("o" + random.nextInt(3), "o" + random.nextInt(3));
    if (random.nextBoolean()) {
      strike.somewhereInTown();
    } else if (random.nextBoolean()) {
      strike.in("n" + random.nextInt(4));
    }
    if (random.nextBoolean()) {
      var killed = random.nextInt(9);
      strike.killed(killed / 2, killed, killed + 1);
    }
    if (random.nextInt(3) == 0) {
      strike.residential().certain(Certainty.OBSERVED);
    }
    return strike.strike();
  }

  private static final class MemoryChains implements ChainStore {
    private final TreeMap<Instant, Chain> all = new TreeMap<>();

    @Override
    public List<Chain> touching(Instant from, Instant until) {
      return all.headMap(until, true).values().stream()
          .filter(chain -> !chain.until().isBefore(from))
          .sorted(Comparator.comparing((Chain chain) -> chain.from()).reversed())
          .map(chain -> Chain.from(chain.toBytes()))
          .toList();
    }

    @Override
    public void put(Chain chain) {
      all.put(chain.from(), chain);
    }

    @Override
    public void remove(Instant from) {
      all.remove(from);
    }
  }
}
