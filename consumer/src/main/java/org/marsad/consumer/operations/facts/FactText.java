package org.marsad.consumer.operations.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.text.ExplainText;
import org.marsad.consumer.text.PlainText;
import org.marsad.message.CountRange;

/** Facts as short text, in one language. */
public final class FactText {
  private static final int ITEMS_SHOWN = 3;
  private static final FactText ENGLISH = new FactText(ExplainText.in(Locale.ENGLISH));

  private final ExplainText text;

  public FactText(ExplainText text) {
    this.text = text;
  }

  /** {@link #text(JsonNode)} in English. */
  public static String of(@Nullable JsonNode value) {
    return ENGLISH.text(value);
  }

  /** {@link #text(FactChange)} in English. */
  public static String of(FactChange change) {
    return ENGLISH.text(change);
  }

  /** {@code 59 (59–74)} for a range, {@code LIKELY}, {@code 26}; {@code none} where absent. */
  public String text(@Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return text.of("fact.none");
    }
    if (isRange(value)) {
      return range(value);
    }
    if (value.isArray()) {
      return value.isEmpty() ? text.of("fact.none") : list(items(value));
    }
    if (value.isDouble()) {
      return number(value.asDouble());
    }
    return PlainText.of(value.isValueNode() ? value.asText() : value.toString());
  }

  /** {@code 39 (39–54) → 59 (59–74)}; of lists what came and what went. */
  public String text(FactChange change) {
    var older = change.older();
    var newer = change.newer();
    return isList(older) || isList(newer)
        ? lists(items(older), items(newer))
        : text.of("fact.change", text(older), text(newer));
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

  /** Whether a fact is a list. */
  public static boolean isList(@Nullable JsonNode node) {
    return node != null && node.isArray();
  }

  /** Whether a fact is a list whose items have fields of their own, which would read as JSON. */
  public static boolean isOfRecords(@Nullable JsonNode node) {
    return node != null && node.isArray() && node.path(0).isObject();
  }

  /** How many a list has. */
  public static int size(@Nullable JsonNode list) {
    return list == null ? 0 : list.size();
  }

  private String range(JsonNode range) {
    var high = range.get("high");
    return text.range(
        new CountRange(
            range.path("low").asInt(),
            range.path("best").asInt(),
            high == null ? null : Integer.valueOf(high.asInt())));
  }

  private String lists(List<String> older, List<String> newer) {
    var came = newer.stream().filter(item -> !older.contains(item)).toList();
    var went = older.stream().filter(item -> !newer.contains(item)).toList();
    var parts = new ArrayList<String>();
    if (!came.isEmpty()) {
      parts.add(text.of("fact.with", list(came)));
    }
    if (!went.isEmpty()) {
      parts.add(text.of("fact.without", list(went)));
    }
    return parts.isEmpty() ? text.of("fact.order") : text.list(parts);
  }

  private List<String> items(@Nullable JsonNode array) {
    var items = new ArrayList<String>();
    if (array != null) {
      array.forEach(item -> items.add(text(item)));
    }
    return items;
  }

  private String list(List<String> items) {
    var shown = text.list(items.subList(0, Math.min(items.size(), ITEMS_SHOWN)));
    var more = items.size() - ITEMS_SHOWN;
    return more > 0 ? text.of("fact.more", shown, more) : shown;
  }
}
