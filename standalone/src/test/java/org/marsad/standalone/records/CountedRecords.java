package org.marsad.standalone.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The records of one area and one reality, from its final strikes: for every day and strike, every
 * earlier one is looked at. Written from the design, over the JSON of the strikes; it shares no
 * code with what it is held against, and keeps nothing. The thresholds are the shipped ones; every
 * report stands, so that who was heard can be told from the strikes.
 */
public final class CountedRecords {
  private static final List<String> MEASURES = List.of("KILLED", "CASUALTIES", "IMPACTS");
  private static final int MIN_DAYS = 3;
  private static final int PAUSE_DAYS = 30;
  private static final int LOOK_BACK_DAYS = 365;
  private static final int SHOWN = 12;

  private static final Comparator<ClaimedRecord> IN_ORDER =
      Comparator.comparing(ClaimedRecord::scope) // AREA before NEIGHBOURHOOD
          .thenComparingInt(found -> MEASURES.indexOf(found.measure()))
          .thenComparingLong(found -> -found.likelyDays())
          .thenComparing(ClaimedRecord::scopeCode);

  private final String prefix;
  private final String area;
  private final List<LoggedStrike> all;
  private final TreeSet<LocalDate> heard = new TreeSet<>();
  private final List<ClaimedRecord> records = new ArrayList<>();

  private CountedRecords(String reality, String area, List<LoggedStrike> all) {
    this.prefix = reality.equals("ACTUAL") ? "" : reality.toLowerCase(java.util.Locale.ROOT) + ":";
    this.area = area;
    this.all = all;
    for (var strike : all) {
      strike.firstDay().datesUntil(strike.lastDay().plusDays(1)).forEach(heard::add);
    }
  }

  /**
   * The records that stand, at most twelve for each alert, in their order.
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
    return shown(records);
  }

  private static List<ClaimedRecord> shown(List<ClaimedRecord> records) {
    var byAlert = new TreeMap<String, List<ClaimedRecord>>();
    for (var found : records) {
      byAlert.computeIfAbsent(found.alertId(), id -> new ArrayList<>()).add(found);
    }
    return byAlert.values().stream()
        .flatMap(found -> found.stream().sorted(IN_ORDER).limit(SHOWN))
        .toList();
  }

  private List<ClaimedRecord> count() {
    countIn(new Place("AREA", area, null));
    all.stream()
        .map(LoggedStrike::neighbourhood)
        .filter(Objects::nonNull)
        .distinct()
        .forEach(code -> countIn(new Place("NEIGHBOURHOOD", code, code)));
    return records;
  }

  /** Where is counted; a neighbourhood, or all of the area. */
  private record Place(String scope, String code, @Nullable String neighbourhood) {
    boolean has(LoggedStrike strike) {
      return neighbourhood == null || neighbourhood.equals(strike.neighbourhood());
    }

    /** Whether a strike may have been here: its neighbourhood is unknown. */
    boolean mayHave(LoggedStrike strike) {
      return neighbourhood != null && strike.neighbourhood() == null;
    }
  }

  private void countIn(Place place) {
    for (var measure : MEASURES) {
      for (var day : heard) {
        countDay(place, day, measure);
      }
      for (var strike : all) {
        if (strike.isDated() && place.has(strike)) {
          countStrike(place, strike, measure);
        }
      }
    }
  }

  private void countDay(Place place, LocalDate day, String measure) {
    var value = total(place, day, measure);
    var dated = all.stream().filter(place::has).filter(strike -> strike.countsOn(day)).toList();
    if (measure.equals("CASUALTIES") && dated.stream().noneMatch(LoggedStrike::reportsInjured)) {
      return;
    }
    claim(
        new Claim(prefix + "day:" + area + ":" + day, "DAY", measure, place, day, value),
        latest(
            latestDay(day, earlier -> total(place, earlier, measure).best() >= value.best()),
            latestLong(place, day, measure, value)),
        latestDay(day, earlier -> total(place, earlier, measure).highReaches(value.low())),
        latestDay(day, earlier -> total(place, earlier, measure).lowReachesHighOf(value)));
  }

  private void countStrike(Place place, LoggedStrike strike, String measure) {
    if (measure.equals("CASUALTIES") && !strike.reportsInjured()) {
      return;
    }
    var value = strike.of(measure);
    var day = strike.lastDay();
    var before = earlier(place, strike, measure, false);
    var beforeForCertain = earlier(place, strike, measure, true);
    claim(
        new Claim(prefix + "strike:" + strike.id(), "STRIKE", measure, place, day, value),
        latest(
            lastDay(before, other -> other.of(measure).best() >= value.best()),
            latestLong(place, day, measure, value)),
        latest(
            lastDay(beforeForCertain, other -> other.of(measure).highReaches(value.low())),
            latestLongHigh(place, day, measure, value)),
        lastDay(before, other -> other.of(measure).lowReachesHighOf(value)));
  }

  private record Claim(
      String alertId, String scale, String measure, Place place, LocalDate day, Count value) {}

  private void claim(
      Claim claim,
      @Nullable LocalDate likely,
      @Nullable LocalDate certain,
      @Nullable LocalDate possible) {
    var day = claim.day;
    if (claim.value.best() < floor(claim)) {
      return;
    }
    var began = watchedSince(day);
    var likelyDays = days(likely, began, day);
    if (likelyDays < MIN_DAYS) {
      return;
    }
    var shown = Math.min(likelyDays, LOOK_BACK_DAYS);
    records.add(
        new ClaimedRecord(
            claim.alertId,
            claim.scale,
            claim.measure,
            claim.place.scope,
            claim.place.code,
            day,
            claim.value,
            shown,
            Math.min(days(certain, began, day), LOOK_BACK_DAYS),
            Math.min(days(possible, began, day), LOOK_BACK_DAYS),
            likelyDays > LOOK_BACK_DAYS,
            began,
            likelyDays <= LOOK_BACK_DAYS && (likely == null || likely.isBefore(began)),
            longestSilence(day.minusDays(shown), day),
            unreported(claim)));
  }

  private static int floor(Claim claim) {
    return switch (claim.measure) {
      case "IMPACTS" -> claim.scale.equals("DAY") ? 5 : 3;
      case "KILLED" -> 5;
      default -> 10;
    };
  }

  private long unreported(Claim claim) {
    return all.stream()
        .filter(claim.place::has)
        .filter(strike -> strike.isDated() ? strike.countsOn(claim.day) : strike.touches(claim.day))
        .filter(strike -> !strike.isReported(claim.measure))
        .count();
  }

  /** What was there before the pause does not lengthen a claim. */
  private static long days(@Nullable LocalDate reached, LocalDate began, LocalDate day) {
    return ChronoUnit.DAYS.between(
        reached == null || reached.isBefore(began) ? began : reached, day);
  }

  private LocalDate watchedSince(LocalDate day) {
    var since = day;
    for (var before = heard.lower(since); before != null; before = heard.lower(since)) {
      if (ChronoUnit.DAYS.between(before, since) - 1 > PAUSE_DAYS) {
        return since;
      }
      since = before;
    }
    return since;
  }

  private long longestSilence(LocalDate from, LocalDate until) {
    var longest = 0L;
    var run = 0L;
    for (var day = from; !day.isAfter(until); day = day.plusDays(1)) {
      run = heard.contains(day) ? 0 : run + 1;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  /** The largest of the fine sum and of each source's own. */
  private Count total(Place place, LocalDate day, String measure) {
    var fine = Count.NOTHING;
    var ownFine = new TreeMap<String, Count>();
    var ownCoarse = new TreeMap<String, Count>();
    var own = new TreeMap<String, Count>();
    var everything = Count.NOTHING;
    for (var strike : all) {
      var value = strike.of(measure);
      if (place.has(strike) && strike.countsOn(day)) {
        fine = strike.isFine() ? fine.plus(value) : fine;
        for (var source : strike.sources()) {
          own.merge(source, value, Count::plus);
          (strike.isFine() ? ownFine : ownCoarse).merge(source, value, Count::plus);
        }
      }
      var counts = strike.isDated() ? strike.countsOn(day) : strike.touches(day);
      if (counts && (place.has(strike) || place.mayHave(strike))) {
        everything = everything.plus(value);
      }
    }
    return new Count(
        Math.max(fine.low(), Math.max(most(ownFine, Count::low), most(ownCoarse, Count::low))),
        Math.max(fine.best(), most(own, Count::best)),
        everything.high());
  }

  private static long most(Map<String, Count> counts, Function<Count, Long> which) {
    return counts.values().stream().mapToLong(which::apply).max().orElse(0);
  }

  private @Nullable LocalDate latestDay(LocalDate day, Predicate<LocalDate> reaches) {
    var first = heard.first();
    for (var earlier = day.minusDays(1); !earlier.isBefore(first); earlier = earlier.minusDays(1)) {
      if (reaches.test(earlier)) {
        return earlier;
      }
    }
    return null;
  }

  /** The latest earlier day of a longer strike that may have reached it on average. */
  private @Nullable LocalDate latestLong(Place place, LocalDate day, String measure, Count value) {
    LocalDate latest = null;
    for (var strike : all) {
      if (!strike.isDated()
          && place.has(strike)
          && strike.firstDay().isBefore(day)
          && strike.of(measure).best() >= value.best() * strike.days()) {
        latest = latest(latest, earliest(strike.lastDay(), day.minusDays(1)));
      }
    }
    return latest;
  }

  /** The latest day of a longer strike that may have reached it, the day itself too. */
  private @Nullable LocalDate latestLongHigh(
      Place place, LocalDate day, String measure, Count value) {
    LocalDate latest = null;
    for (var strike : all) {
      if (!strike.isDated()
          && (place.has(strike) || place.mayHave(strike))
          && !strike.firstDay().isAfter(day)
          && strike.of(measure).highReaches(value.low())) {
        latest = latest(latest, earliest(strike.lastDay(), day));
      }
    }
    return latest;
  }

  /**
   * The strikes before one.
   *
   * @param forCertain whether those of which only the day is known come first on it, and strikes of
   *     unknown neighbourhoods count too
   */
  private List<LoggedStrike> earlier(
      Place place, LoggedStrike strike, String measure, boolean forCertain) {
    var order =
        Comparator.comparing(LoggedStrike::lastDay)
            .thenComparing(other -> other.isCoarseInTime() != forCertain)
            .thenComparing(LoggedStrike::from)
            .thenComparingLong(other -> -other.of(measure).best())
            .thenComparing(LoggedStrike::smallestReport);
    return all.stream()
        .filter(LoggedStrike::isDated)
        .filter(other -> place.has(other) || (forCertain && place.mayHave(other)))
        .filter(other -> order.compare(other, strike) < 0)
        .toList();
  }

  private static @Nullable LocalDate lastDay(
      List<LoggedStrike> strikes, Predicate<LoggedStrike> reaches) {
    return strikes.stream()
        .filter(reaches)
        .map(LoggedStrike::lastDay)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static @Nullable LocalDate latest(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earliest(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
