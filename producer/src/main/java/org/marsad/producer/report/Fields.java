package org.marsad.producer.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object read strictly: each field by its type, every fault noted, and the names that
 * nobody asked for refused. JSON's null counts as absent.
 */
final class Fields {
  private final JsonNode object;
  private final String prefix;
  private final List<FieldError> errors;
  private final Set<String> asked = new HashSet<>();

  /**
   * An object's fields.
   *
   * @param prefix put before each name in errors, {@code source.} for a nested object
   * @param errors where faults are noted
   */
  Fields(JsonNode object, String prefix, List<FieldError> errors) {
    this.object = object;
    this.prefix = prefix;
    this.errors = errors;
  }

  boolean has(String name) {
    return !value(name).isMissingNode();
  }

  /** The field as it stands; a missing node where it is absent. */
  JsonNode value(String name) {
    asked.add(name);
    var value = object.path(name);
    return value.isNull() ? MissingNode.getInstance() : value;
  }

  /** A text of 1 to {@code max} characters that is not blank. */
  @Nullable String text(String name, int max) {
    var value = value(name);
    if (value.isMissingNode()) {
      return null;
    }
    if (!value.isTextual() || value.textValue().isBlank() || value.textValue().length() > max) {
      fail(name, "text of 1 to " + max + " characters");
      return null;
    }
    return value.textValue();
  }

  /** As {@link #text}, but a fault does not repeat what was given. */
  @Nullable String secret(String name, int max) {
    var value = value(name);
    if (value.isMissingNode()) {
      return null;
    }
    if (!value.isTextual() || value.textValue().isBlank() || value.textValue().length() > max) {
      errors.add(new FieldError(prefix + name, "unusable", "text of 1 to " + max + " characters"));
      return null;
    }
    return value.textValue();
  }

  /** As {@link #text}, but it must be there. */
  @Nullable String required(String name, int max) {
    if (!has(name)) {
      fail(name, "text of 1 to " + max + " characters");
    }
    return text(name, max);
  }

  @Nullable Double number(String name) {
    var value = value(name);
    if (value.isMissingNode()) {
      return null;
    }
    if (!value.isNumber()) {
      fail(name, "a number");
      return null;
    }
    return value.doubleValue();
  }

  /** A whole number of at least {@code least}. */
  @Nullable Integer whole(String name, int least) {
    var value = value(name);
    if (value.isMissingNode()) {
      return null;
    }
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < least) {
      fail(name, "a whole number of at least " + least);
      return null;
    }
    return value.intValue();
  }

  /** Whether a flag is set: absent means no. */
  boolean flag(String name) {
    var value = value(name);
    if (!value.isMissingNode() && !value.isBoolean()) {
      fail(name, "true or false");
    }
    return value.asBoolean(false);
  }

  <E extends Enum<E>> @Nullable E symbol(String name, Class<E> type) {
    var value = value(name);
    return value.isMissingNode() ? null : symbol(name, value, type);
  }

  <E extends Enum<E>> List<E> symbols(String name, Class<E> type) {
    var symbols = new ArrayList<E>();
    for (var item : items(name)) {
      var symbol = symbol(name, item, type);
      if (symbol != null && !symbols.contains(symbol)) {
        symbols.add(symbol);
      }
    }
    return symbols;
  }

  /** Texts of 1 to {@code max} characters each. */
  List<String> texts(String name, int max) {
    var texts = new ArrayList<String>();
    for (var item : items(name)) {
      if (item.isTextual() && !item.textValue().isBlank() && item.textValue().length() <= max) {
        texts.add(item.textValue());
      } else {
        fail(name, item, "texts of 1 to " + max + " characters");
      }
    }
    return texts;
  }

  /** A nested object, or null where there is none. */
  @Nullable Fields object(String name) {
    var value = value(name);
    if (value.isMissingNode()) {
      return null;
    }
    if (!value.isObject()) {
      fail(name, "an object");
      return null;
    }
    return new Fields(value, prefix + name + ".", errors);
  }

  void fail(String name, String expected) {
    fail(name, value(name), expected);
  }

  void refuseUnknown() {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!asked.contains(name)) {
                fail(name, "no such field");
              }
            });
  }

  private <E extends Enum<E>> @Nullable E symbol(String name, JsonNode value, Class<E> type) {
    for (var symbol : type.getEnumConstants()) {
      if (value.isTextual() && symbol.name().equals(value.textValue())) {
        return symbol;
      }
    }
    fail(name, value, "one of " + Arrays.toString(type.getEnumConstants()));
    return null;
  }

  private Iterable<JsonNode> items(String name) {
    var value = value(name);
    if (value.isMissingNode() || value.isArray()) {
      return value;
    }
    fail(name, "a list");
    return List.of();
  }

  private void fail(String name, JsonNode value, String expected) {
    errors.add(new FieldError(prefix + name, say(value), expected));
  }

  private static String say(JsonNode value) {
    if (value.isMissingNode()) {
      return FieldError.ABSENT;
    }
    return value.isTextual() ? value.textValue() : value.toString();
  }
}
