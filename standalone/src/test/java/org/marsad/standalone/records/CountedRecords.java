package org.marsad.standalone.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The records of one area and one reality, from its final strikes: for every day, every earlier day
 * is looked at. Written from the design, over the JSON of the strikes; it shares no code with what
 * it is held against, and keeps nothing. The thresholds are the shipped ones.
 */
public final class CountedRecords {
  private static final List<String> MEASURES = List.of("IMPACTS", "KILLED", "CASUALTIES");
  private static final int MIN_DAYS = 3;

  private final String reality;
  private final String area;
  private final List<LoggedStrike> all;
  private final LocalDate began;
  private final List<ClaimedRecord> records = new ArrayList<>();

  private CountedRecords(String reality, String area, List<LoggedStrike> all) {
    this.reality = reality;
    this.area = area;
    this.all = all;
    this.began = all.stream().map(LoggedStrike::lastDay).min(LocalDate::compareTo).orElseThrow();
  }

  /**
   * The records that stand.
   *
   * @param strikes every line of {@code --strikes-out}, in order
   * @param zones in which each area's days are counted; empty where nothing is counted
   */
  public static List<ClaimedRecord> of(
      Collection<JsonNode> strikes, Function<String, Optional<ZoneId>> zones) {
    var newest = new TreeMap<String, JsonNode>();
    strikes.forEach(strike -> newest.put(strike.get("strikeId").asText(), strike));
    var byArea = new TreeMap<String, List<LoggedStrike>>();
    for (var strike : newest.values()) {
      var zone = zones.apply(strike.get("area").asText());
      if (strike.get("status").asText().equals("ACTIVE") && zone.isPresent()) {
        var key = strike.get("reality").asText() + " " + strike.get("area").asText();
        byArea
            .computeIfAbsent(key, k -> new ArrayList<>())
            .add(LoggedStrike.read(strike, zone.get()));
      }
    }
    var records = new ArrayList<ClaimedRecord>();
    byArea.forEach(
        (key, there) -> {
          var words = key.split(" ", -1);
          records.addAll(new CountedRecords(words[0], words[1], there).count());
        });
    return records;
  }

  private List<ClaimedRecord> count() {
    countIn("AREA", area, all);
    var parts = new TreeMap<String, List<LoggedStrike>>();
    for (var strike : all) {
      var part = strike.neighbourhood();
      if (part != null) {
        parts.computeIfAbsent(part, code -> new ArrayList<>()).add(strike);
      }
    }
    parts.forEach((code, there) -> countIn("NEIGHBOURHOOD", code, there));
    return records;
  }

  private void countIn(String scope, String code, List<LoggedStrike> strikes) {
    var days = new TreeSet<LocalDate>();
    for (var strike : strikes) {
      strike.firstDay().datesUntil(strike.lastDay().plusDays(1)).forEach(days::add);
    }
    for (var measure : MEASURES) {
      for (var day : days) {
        countDay(scope, code, day, measure, strikes);
        countStrike(scope, code, day, measure, strikes);
      }
    }
  }

  private void countDay(
      String scope, String code, LocalDate day, String measure, List<LoggedStrike> strikes) {
    var value = total(day, measure, strikes);
    claim(
        new Subject("DAY", measure, scope, code, day, value, on(day, strikes)),
        strikes,
        earlier -> total(earlier, measure, strikes).best() >= value.best(),
        earlier -> total(earlier, measure, strikes).highReaches(value.low()),
        earlier -> total(earlier, measure, strikes).lowReachesHighOf(value));
  }

  private void countStrike(
      String scope, String code, LocalDate day, String measure, List<LoggedStrike> strikes) {
    LoggedStrike heaviest = null;
    for (var strike : ofOneDay(day, measure, strikes)) {
      if (heaviest == null || isHeavier(strike, heaviest, measure)) {
        heaviest = strike;
      }
    }
    if (heaviest == null) {
      return;
    }
    var value = heaviest.countedAs(measure);
    claim(
        new Subject("STRIKE", measure, scope, code, day, value, List.of(heaviest)),
        strikes,
        earlier -> any(earlier, measure, strikes, other -> other.best() >= value.best()),
        earlier -> any(earlier, measure, strikes, other -> other.highReaches(value.low())),
        earlier -> any(earlier, measure, strikes, other -> other.lowReachesHighOf(value)));
  }

  private record Subject(
      String scale,
      String measure,
      String scope,
      String code,
      LocalDate day,
      Count value,
      List<LoggedStrike> about) {}

  private void claim(
      Subject subject,
      List<LoggedStrike> strikes,
      Predicate<LocalDate> likely,
      Predicate<LocalDate> certain,
      Predicate<LocalDate> possible) {
    var day = subject.day;
    if (subject.value.best() < floor(subject)) {
      return;
    }
    var reached = latestBefore(day, likely);
    if (days(reached, day) < MIN_DAYS) {
      return;
    }
    var unreported = on(day, strikes).stream().filter(s -> !s.isReported(subject.measure)).count();
    records.add(
        new ClaimedRecord(
            reality,
            area,
            subject.scale,
            subject.measure,
            subject.scope,
            subject.code,
            day,
            subject.value,
            days(reached, day),
            days(latestBefore(day, certain), day),
            days(latestBefore(day, possible), day),
            reached == null,
            began,
            unreported,
            LoggedStrike.ids(subject.about)));
  }

  private static int floor(Subject subject) {
    return switch (subject.measure) {
      case "IMPACTS" -> subject.scale.equals("DAY") ? 5 : 3;
      case "KILLED" -> 5;
      default -> 10;
    };
  }

  private @Nullable LocalDate latestBefore(LocalDate day, Predicate<LocalDate> reached) {
    for (var earlier = day.minusDays(1); !earlier.isBefore(began); earlier = earlier.minusDays(1)) {
      if (reached.test(earlier)) {
        return earlier;
      }
    }
    return null;
  }

  private long days(@Nullable LocalDate reached, LocalDate day) {
    return ChronoUnit.DAYS.between(reached == null ? began : reached, day);
  }

  /** The largest group's lows, the largest group's bests, everybody's highs. */
  private static Count total(LocalDate day, String measure, List<LoggedStrike> strikes) {
    var groups = new TreeMap<String, Count>();
    var all = Count.NOTHING;
    for (var strike : on(day, strikes)) {
      var whole = strike.countedAs(measure);
      var added = strike.isDated() ? whole : new Count(0, 0, whole.high());
      groups.merge(strike.group(), added, Count::plus);
      all = all.plus(added);
    }
    return new Count(
        groups.values().stream().mapToLong(Count::low).max().orElse(0),
        groups.values().stream().mapToLong(Count::best).max().orElse(0),
        all.high());
  }

  private static List<LoggedStrike> on(LocalDate day, List<LoggedStrike> strikes) {
    return strikes.stream().filter(strike -> strike.touches(day)).toList();
  }

  private static List<LoggedStrike> ofOneDay(
      LocalDate day, String measure, List<LoggedStrike> strikes) {
    return on(day, strikes).stream()
        .filter(strike -> strike.isDated() && strike.of(measure) != null)
        .toList();
  }

  /** Whether a strike of the day does; a day without one has a strike of nothing. */
  private static boolean any(
      LocalDate day, String measure, List<LoggedStrike> strikes, Predicate<Count> does) {
    return does.test(Count.NOTHING)
        || ofOneDay(day, measure, strikes).stream()
            .anyMatch(strike -> does.test(strike.countedAs(measure)));
  }

  private static boolean isHeavier(LoggedStrike a, LoggedStrike b, String measure) {
    var difference = a.countedAs(measure).best() - b.countedAs(measure).best();
    return difference == 0 ? LoggedStrike.IN_ORDER.compare(a, b) < 0 : difference > 0;
  }
}
