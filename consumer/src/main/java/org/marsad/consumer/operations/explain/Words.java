package org.marsad.consumer.operations.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.facts.FactChange;
import org.marsad.consumer.operations.facts.FactText;
import org.marsad.consumer.text.Figures;
import org.marsad.message.Certainty;
import org.marsad.message.CountRange;
import org.marsad.message.DeliveryBasis;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.Finding;
import org.marsad.message.Measure;
import org.marsad.message.PlaceBasis;
import org.marsad.message.SourceKind;
import org.marsad.message.Target;

/** Codes and counts in words. */
final class Words {
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z0-9])|(?<=[0-9])(?=[A-Z])");
  private static final Pattern CODE = Pattern.compile("\\b[A-Z]{2,}(_[A-Z]+)*\\b");

  /** More of a list are counted, not listed. */
  private static final int LISTED = 5;

  private static final Figures FIGURES = Figures.in(Locale.ENGLISH);

  private Words() {}

  /** {@code 340 m}, {@code 2.5 km}. */
  static String distance(double metres) {
    return FIGURES.distance(metres);
  }

  /**
   * How certain, and what that means.
   *
   * @param sources independent ones; 0 where it is no source's word
   */
  static String certainty(Certainty certainty, int sources) {
    return switch (certainty) {
      case OBSERVED ->
          sources == 0
              ? "observed by Marsad itself; no source says so"
              : "observed: two or more independent sources";
      case LIKELY ->
          sources == 1
              ? "likely: one credible source says so, and no second, independent one confirms it"
              : "likely: credible, but not each part of it has a second, independent source";
      case POSSIBLE -> "possible: not verified";
      case UNKNOWN -> "unknown";
    };
  }

  static String kind(SourceKind kind) {
    return switch (kind) {
      case OBSERVER -> "an observer";
      case SENSOR -> "a sensor";
      case AGENCY -> "an agency";
      case MEDIA -> "media";
      case IMPORT -> "an imported file";
    };
  }

  static String basis(PlaceBasis basis) {
    return switch (basis) {
      case CODE -> "named by its code";
      case NAME -> "found by its name";
      case POINT -> "found by its point";
      case PARENT -> "place not found, so counted for the whole area";
      case NONE -> "no place known";
      case PERSON -> "placed by a person";
    };
  }

  static String delivery(DeliveryMeans means, DeliveryBasis basis) {
    return code(means.name()) + (basis == DeliveryBasis.INFERRED ? " (inferred from a text)" : "");
  }

  static String targets(List<Target> targets) {
    return targets.stream().map(target -> code(target.name())).collect(Collectors.joining(", "));
  }

  /** {@code PLACE_OF_WORSHIP} as {@code place of worship}. */
  static String code(String code) {
    return code.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** {@code repeat.windowMinutes} as {@code window minutes}. */
  static String field(String path) {
    var name = path.substring(path.lastIndexOf('.') + 1).replaceFirst("Ids$", "s");
    return HUMP.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
  }

  /**
   * {@code likely days 17 → 26}, {@code strikes 1 → 2, with s-1}, {@code protected sites 1 → 2}.
   */
  static String change(FactChange change) {
    if (isOfRecords(change)) {
      return field(change.name()) + " " + size(change.older()) + " → " + size(change.newer());
    }
    var text = CODE.matcher(FactText.of(change)).replaceAll(match -> code(match.group()));
    return field(change.name()) + " " + sizes(change) + text;
  }

  /** Whether its items have fields of their own, which would read as JSON. */
  private static boolean isOfRecords(FactChange change) {
    return isOfRecords(change.older()) || isOfRecords(change.newer());
  }

  private static boolean isOfRecords(@Nullable JsonNode list) {
    return list != null && list.isArray() && list.path(0).isObject();
  }

  /** How many a list had and has; empty where it is no list. */
  private static String sizes(FactChange change) {
    var older = change.older();
    var newer = change.newer();
    return (older != null && older.isArray()) || (newer != null && newer.isArray())
        ? size(older) + " → " + size(newer) + ", "
        : "";
  }

  private static int size(@Nullable JsonNode list) {
    return list == null ? 0 : list.size();
  }

  /** {@code likely days 26, min days 3}; empty where a finding has no numbers. */
  static String numbers(Finding finding) {
    return finding.getNumbers().stream()
        .map(number -> field(number.getName()) + " " + FactText.number(number.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** What a source counted: {@code 4 impacts (4–5), 8 killed (6–12)}. */
  static String counts(
      @Nullable CountRange impacts, @Nullable CountRange killed, @Nullable CountRange injured) {
    var known = new ArrayList<String>();
    add(known, impacts, "impact", "impacts");
    add(known, killed, "killed", "killed");
    add(known, injured, "injured", "injured");
    return known.isEmpty() ? "no counts" : String.join(", ", known);
  }

  private static void add(
      List<String> known, @Nullable CountRange range, String one, String other) {
    if (range != null) {
      known.add(count(range, one, other));
    }
  }

  /** {@code 3 strikes (3–4)}, {@code at least 1 strike}. */
  static String count(CountRange range, String one, String other) {
    return FIGURES.best(range) + " " + (range.getBest() == 1 ? one : other) + FIGURES.bounds(range);
  }

  /** {@code a, b and c}; more than five are only counted. */
  static String list(List<String> items) {
    var shown = items.size() > LISTED ? items.subList(0, LISTED) : items;
    var more = items.size() - shown.size();
    if (more > 0) {
      return String.join(", ", shown) + " and " + more + " more";
    }
    var last = shown.size() - 1;
    return last < 1
        ? String.join("", shown)
        : String.join(", ", shown.subList(0, last)) + " and " + shown.get(last);
  }

  /** {@code 59 people were killed (59 to 74)} and the like, as the rest of a sentence. */
  static String amount(Measure measure, CountRange range) {
    var people = range.getBest() == 1 ? " person was " : " people were ";
    return switch (measure) {
          case IMPACTS ->
              FIGURES.best(range)
                  + (range.getBest() == 1 ? " impact was counted" : " impacts were counted");
          case KILLED -> FIGURES.best(range) + people + "killed";
          case CASUALTIES -> FIGURES.best(range) + people + "killed or injured";
        }
        + FIGURES.bounds(range);
  }

  /** {@code 59 (59–74)}. */
  static String range(CountRange range) {
    return FIGURES.range(range);
  }
}
