package org.marsad.consumer.operations.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.marsad.schemas.text.Lengths;

/**
 * Something that a request may say, in its query or its body: what is checked and described alike.
 *
 * @param symbols that it may be, where it is one of a few
 * @param least fewest characters, or the smallest number
 * @param most characters, items, or the largest number
 * @param description in a sentence
 */
public record Field(
    String name,
    Kind kind,
    boolean isRequired,
    List<String> symbols,
    int least,
    int most,
    String description) {
  private static final int MOST_ITEMS = 100;

  public Field {
    symbols = List.copyOf(symbols);
  }

  /** What it is made of. */
  public enum Kind {
    TEXT,
    SYMBOL,
    INTEGER,
    FLAG,
    TIME,
    DATE,
    DURATION,
    TEXTS
  }

  /** A text that is not blank. */
  public static Field text(String name, int most, String description) {
    return new Field(name, Kind.TEXT, false, List.of(), 1, most, description);
  }

  /** Texts, at most 100, none of them blank. */
  public static Field texts(String name, String description) {
    return new Field(name, Kind.TEXTS, false, List.of(), 1, MOST_ITEMS, description);
  }

  /** One of an enum's symbols. */
  public static <E extends Enum<E>> Field symbol(String name, Class<E> type, String description) {
    var symbols = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    return new Field(name, Kind.SYMBOL, false, symbols, 0, 0, description);
  }

  /** A whole number. */
  public static Field integer(String name, int least, int most, String description) {
    return new Field(name, Kind.INTEGER, false, List.of(), least, most, description);
  }

  /** True or false. */
  public static Field flag(String name, String description) {
    return new Field(name, Kind.FLAG, false, List.of(), 0, 0, description);
  }

  /** A moment, ISO 8601 with its offset. */
  public static Field time(String name, String description) {
    return new Field(name, Kind.TIME, false, List.of(), 0, 0, description);
  }

  /** A day, ISO 8601. */
  public static Field date(String name, String description) {
    return new Field(name, Kind.DATE, false, List.of(), 0, 0, description);
  }

  /** A length of time as people write it. */
  public static Field duration(String name, String description) {
    return new Field(name, Kind.DURATION, false, List.of(), 0, 0, description);
  }

  /** The same, which must be there. */
  public Field required() {
    return new Field(name, kind, true, symbols, least, most, description);
  }

  /** A value of the query as JSON would have it. */
  JsonNode fromQuery(String value) {
    var nodes = JsonNodeFactory.instance;
    try {
      return switch (kind) {
        case INTEGER -> nodes.numberNode(Integer.parseInt(value));
        case FLAG ->
            value.equals("true") || value.equals("false")
                ? nodes.booleanNode(value.equals("true"))
                : nodes.textNode(value);
        case TEXTS -> {
          var list = nodes.arrayNode();
          Arrays.stream(value.split(",", -1)).forEach(list::add);
          yield list;
        }
        default -> nodes.textNode(value);
      };
    } catch (NumberFormatException e) {
      return nodes.textNode(value);
    }
  }

  /** Why a value cannot be used; empty where it can. */
  Optional<String> fault(JsonNode value) {
    return isSound(value)
        ? Optional.empty()
        : Optional.of("%s: %s (expected: %s)".formatted(name, said(value), expected()));
  }

  /** What is said where it is missing. */
  String absent() {
    return name + ": absent (expected: " + expected() + ")";
  }

  private boolean isSound(JsonNode value) {
    return switch (kind) {
      case TEXT -> isText(value, most);
      case SYMBOL -> value.isTextual() && symbols.contains(value.textValue());
      case INTEGER -> value.isInt() && isWithin(value.intValue());
      case FLAG -> value.isBoolean();
      case TIME -> isParsed(value, Instant::parse);
      case DATE -> isParsed(value, LocalDate::parse);
      case DURATION -> value.isTextual() && Lengths.isOne(value.textValue());
      case TEXTS -> isTexts(value);
    };
  }

  private boolean isWithin(int number) {
    return number >= least && number <= most;
  }

  private boolean isTexts(JsonNode value) {
    if (!value.isArray() || value.size() > most) {
      return false;
    }
    for (var item : value) {
      if (!isText(item, 200)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isText(JsonNode value, int most) {
    return value.isTextual() && !value.textValue().isBlank() && value.textValue().length() <= most;
  }

  private static boolean isParsed(JsonNode value, Function<String, ?> parse) {
    try {
      return value.isTextual() && parse.apply(value.textValue()) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private String expected() {
    return switch (kind) {
      case TEXT -> "text, 1 to %d characters".formatted(most);
      case SYMBOL -> "one of " + symbols;
      case INTEGER -> "a whole number, %d to %d".formatted(least, most);
      case FLAG -> "true or false";
      case TIME -> "a time such as 2026-10-11T12:00:00Z";
      case DATE -> "a day such as 2026-10-11";
      case DURATION -> "a time such as 90m, 1h30m, 2h or 1d";
      case TEXTS -> "a list of texts, at most %d".formatted(most);
    };
  }

  /** Long values and those of secrets are not repeated. */
  private String said(JsonNode value) {
    if (name.equals("password") || name.equals("link") || name.equals("siteKey")) {
      return "(hidden)";
    }
    var text = value.isTextual() ? value.textValue() : value.toString();
    return text.length() <= 60 ? text : text.length() + " characters";
  }

  /** As JSON Schema. */
  ObjectNode schema() {
    var schema = JsonNodeFactory.instance.objectNode();
    switch (kind) {
      case TEXT -> schema.put("type", "string").put("minLength", 1).put("maxLength", most);
      case SYMBOL -> {
        var list = schema.put("type", "string").putArray("enum");
        symbols.forEach(list::add);
      }
      case INTEGER -> schema.put("type", "integer").put("minimum", least).put("maximum", most);
      case FLAG -> schema.put("type", "boolean");
      case TIME -> schema.put("type", "string").put("format", "date-time");
      case DATE -> schema.put("type", "string").put("format", "date");
      case DURATION -> schema.put("type", "string").put("pattern", "^" + Lengths.FORM + "$|^P");
      case TEXTS ->
          schema
              .put("type", "array")
              .put("maxItems", most)
              .putObject("items")
              .put("type", "string");
    }
    return schema;
  }
}
