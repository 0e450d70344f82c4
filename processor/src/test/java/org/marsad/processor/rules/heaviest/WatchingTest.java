package org.marsad.processor.rules.heaviest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WatchingTest {
  private final MemoryLedger store = new MemoryLedger();

  @Test
  void shouldKnowTheSameDaysAsASetWhateverIsHeard() {
    for (var seed = 0; seed < 20; seed++) {
      var random = new Random(seed);
      var store = new MemoryLedger();
      var reports = new TreeMap<Long, Integer>();
      var heartbeats = new TreeSet<Long>();
      for (var step = 0; step < 150; step++) {
        var watching = new Watching(store, null);
        var before = heard(reports, heartbeats);
        var day = 2_000L + random.nextInt(150);
        switch (random.nextInt(4)) {
          case 0 -> {
            watching.heartbeat(day);
            heartbeats.add(day);
          }
          case 1 -> {
            if (reports.getOrDefault(day, 0) > 0) {
              watching.count(new Days(day, day), -1);
              reports.merge(day, -1, Integer::sum);
            }
          }
          default -> {
            watching.count(new Days(day, day + 2), 1);
            for (var d = day; d <= day + 2; d++) {
              reports.merge(d, 1, Integer::sum);
            }
          }
        }
        var now = heard(reports, heartbeats);
        assertThat(watching.changed()).isEqualTo(difference(before, now));
        check(watching, now, random);
        check(watching.before(), before, random);
        watching.flush();
      }
    }
  }

  @Test
  void shouldTakeTheDayThatTheProfileNamesAsHeardOf() {
    var watching = new Watching(store, LocalDate.ofEpochDay(1_990));
    watching.count(new Days(2_000, 2_000), 1);
    assertThat(watching.isHeard(1_990)).isTrue();
    assertThat(watching.watchedSince(2_000, 9)).isEqualTo(1_990);
    assertThat(watching.watchedSince(2_000, 8)).isEqualTo(2_000);
    assertThat(watching.heardAfter(1_980, 1_990)).hasValue(1_990);
    assertThat(watching.heardAfter(1_980, 1_989)).isEmpty();
    assertThat(watching.heardBefore(1_995, 1_990)).hasValue(1_990);
    assertThat(watching.heardBefore(1_995, 1_991)).isEmpty();
  }

  @Test
  void shouldFindTheLongestSilenceWithin() {
    var watching = new Watching(store, null);
    watching.heartbeat(100);
    watching.heartbeat(104);
    watching.heartbeat(110);
    assertThat(watching.longestSilence(100, 110)).isEqualTo(5);
    assertThat(watching.longestSilence(100, 107)).isEqualTo(3);
    assertThat(watching.longestSilence(97, 105)).isEqualTo(3);
    assertThat(watching.longestSilence(104, 104)).isZero();
  }

  @Test
  void shouldCountNoReportTwiceAndWriteNothingForAKnownHeartbeat() {
    var watching = new Watching(store, null);
    watching.heartbeat(100);
    watching.flush();
    var counting = new CountingLedger(store);
    var again = new Watching(counting, null);
    again.heartbeat(100);
    again.flush();
    assertThat(counting.writes()).isZero();
    // and what goes more often than it came is gone
    again.count(new Days(200, 200), -1);
    again.count(new Days(200, 200), 1);
    assertThat(again.isHeard(200)).isTrue();
    assertThatThrownBy(() -> new Days(3, 2)).hasMessage("last: 2 (expected: >= 3)");
  }

  private static void check(HeardDays watching, NavigableSet<Long> heard, Random random) {
    var day = 1_990L + random.nextInt(180);
    long reach = random.nextInt(60);
    assertThat(watching.isHeard(day)).isEqualTo(heard.contains(day));
    var earlier = heard.lower(day);
    assertThat(watching.heardBefore(day, day - reach).orElse(-1))
        .isEqualTo(earlier == null || earlier < day - reach ? -1 : earlier);
    var later = heard.higher(day);
    assertThat(watching.heardAfter(day, day + reach).orElse(-1))
        .isEqualTo(later == null || later > day + reach ? -1 : later);
  }

  private static NavigableSet<Long> heard(Map<Long, Integer> reports, Set<Long> heartbeats) {
    var heard = new TreeSet<>(heartbeats);
    reports.forEach(
        (day, count) -> {
          if (count > 0) {
            heard.add(day);
          }
        });
    return heard;
  }

  private static Set<Long> difference(Set<Long> before, Set<Long> now) {
    var difference = new TreeSet<>(before);
    difference.addAll(now);
    difference.removeIf(day -> before.contains(day) && now.contains(day));
    return difference;
  }
}
