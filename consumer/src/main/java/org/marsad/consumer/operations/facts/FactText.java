package org.marsad.consumer.operations.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.text.Figures;
import org.marsad.consumer.text.PlainText;
import org.marsad.message.CountRange;

/** Facts as short text. */
public final class FactText {
  private static final int ITEMS_SHOWN = 3;
  private static final String ABSENT = "none";
  private static final Figures FIGURES = Figures.in(Locale.ENGLISH);

  private FactText() {}

  /** {@code 59 (59–74)} for a range, {@code LIKELY}, {@code 26}; {@code none} where absent. */
  public static String of(@Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return ABSENT;
    }
    if (isRange(value)) {
      return range(value);
    }
    if (value.isArray()) {
      var items = new ArrayList<String>();
      value.forEach(item -> items.add(of(item)));
      return items.isEmpty() ? ABSENT : list(items);
    }
    if (value.isDouble()) {
      return number(value.asDouble());
    }
    return PlainText.of(value.isValueNode() ? value.asText() : value.toString());
  }

  /** {@code 39 (39–54) → 59 (59–74)}; of lists what came and what went. */
  public static String of(FactChange change) {
    var older = change.older();
    var newer = change.newer();
    if ((older != null && older.isArray()) || (newer != null && newer.isArray())) {
      return lists(items(older), items(newer));
    }
    return of(older) + " → " + of(newer);
  }

  /** A number without needless digits: {@code 26}, {@code 0.57}. */
  public static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.2f", value);
  }

  /** Whether a fact is a count with its bounds. */
  public static boolean isRange(JsonNode node) {
    return node.has("low") && node.has("best");
  }

  private static String range(JsonNode range) {
    var high = range.get("high");
    return FIGURES.range(
        new CountRange(
            range.path("low").asInt(),
            range.path("best").asInt(),
            high == null ? null : Integer.valueOf(high.asInt())));
  }

  private static String lists(List<String> older, List<String> newer) {
    var came = newer.stream().filter(item -> !older.contains(item)).toList();
    var went = older.stream().filter(item -> !newer.contains(item)).toList();
    var parts = new ArrayList<String>();
    if (!came.isEmpty()) {
      parts.add("with " + list(came));
    }
    if (!went.isEmpty()) {
      parts.add("without " + list(went));
    }
    return parts.isEmpty() ? "in another order" : String.join(", ", parts);
  }

  private static List<String> items(@Nullable JsonNode array) {
    var items = new ArrayList<String>();
    if (array != null) {
      array.forEach(item -> items.add(of(item)));
    }
    return items;
  }

  private static String list(List<String> items) {
    var shown = String.join(", ", items.subList(0, Math.min(items.size(), ITEMS_SHOWN)));
    var more = items.size() - ITEMS_SHOWN;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }
}
