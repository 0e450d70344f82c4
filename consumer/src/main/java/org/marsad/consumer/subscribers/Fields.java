package org.marsad.consumer.subscribers;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of one entry of the file; each fault is noted and reading goes on. */
final class Fields {
  private final String path;
  private final YamlNode.Mapping entry;
  private final List<String> faults;
  private final Set<String> known = new HashSet<>();

  Fields(String path, YamlNode.Mapping entry, List<String> faults) {
    this.path = path;
    this.entry = entry;
    this.faults = faults;
  }

  /** A text that must be there; empty where it is not or is at fault. */
  String required(String name, Pattern form, String expected) {
    var text = optional(name, form, expected);
    faultIfAbsent(name, expected);
    return text == null ? "" : text;
  }

  /** A text that may be absent; null too where it is at fault. */
  @Nullable String optional(String name, Pattern form, String expected) {
    var node = take(name);
    if (node == null) {
      return null;
    }
    var text = scalar(name, node, expected);
    if (text != null && !form.matcher(text).matches()) {
      fault(name, node.line(), text, expected);
      return null;
    }
    return text;
  }

  /** A text whose value no fault repeats. */
  @Nullable String hidden(String name, String expected) {
    var node = take(name);
    if (node == null) {
      return null;
    }
    if (node instanceof YamlNode.Scalar scalar && scalar.text() != null) {
      return scalar.text();
    }
    fault(name, node.line(), "(hidden)", expected);
    return null;
  }

  /** Whether the key is there, whatever its value. */
  boolean has(String name) {
    known.add(name);
    return entry.entries().containsKey(name);
  }

  /**
   * A text that may be absent, read by a function that refuses what it cannot use by a {@link
   * DateTimeException} or an {@link IllegalArgumentException}; null too where it does.
   */
  <T> @Nullable T parsed(String name, String expected, Function<String, T> parse) {
    var node = take(name);
    var text = node == null ? null : scalar(name, node, expected);
    if (node == null || text == null) {
      return null;
    }
    try {
      return parse.apply(text);
    } catch (DateTimeException | IllegalArgumentException e) {
      fault(name, node.line(), text, expected);
      return null;
    }
  }

  /** A number that must be there, least and most included; null where it is at fault. */
  @Nullable Double number(String name, double least, double most) {
    var expected = "a number, %.0f to %.0f".formatted(least, most);
    var number =
        parsed(
            name,
            expected,
            text -> {
              var value = Double.parseDouble(text);
              if (value >= least && value <= most) {
                return value;
              }
              throw new NumberFormatException(text);
            });
    faultIfAbsent(name, expected);
    return number;
  }

  /** A list of texts of which no fault repeats any; empty where it is absent. */
  List<String> hiddenTexts(String name, String expected) {
    var texts = new ArrayList<String>();
    for (var item : items(name)) {
      if (item instanceof YamlNode.Scalar scalar && scalar.text() != null) {
        texts.add(scalar.text());
      } else {
        fault(name, item.line(), "(hidden)", expected);
      }
    }
    return texts;
  }

  /** Texts by name of which no fault repeats any; empty where it is absent. */
  Map<String, String> hiddenMap(String name, String expected) {
    var texts = new LinkedHashMap<String, String>();
    var node = take(name);
    if (node instanceof YamlNode.Mapping mapping) {
      mapping
          .entries()
          .forEach(
              (key, value) -> {
                if (value instanceof YamlNode.Scalar scalar && scalar.text() != null) {
                  texts.put(key, scalar.text());
                } else {
                  fault(name, value.line(), "(hidden)", expected);
                }
              });
    } else if (node != null) {
      fault(name, node.line(), "(hidden)", expected);
    }
    return texts;
  }

  boolean flag(String name, boolean unlessGiven) {
    var node = take(name);
    if (node == null) {
      return unlessGiven;
    }
    var text = scalar(name, node, "true or false");
    if (text != null && !text.equals("true") && !text.equals("false")) {
      fault(name, node.line(), text, "true or false");
    }
    return "true".equals(text);
  }

  <E extends Enum<E>> @Nullable E symbol(String name, Class<E> type) {
    var node = take(name);
    return node == null ? null : symbol(name, node, type);
  }

  <E extends Enum<E>> Set<E> symbols(String name, Class<E> type) {
    var symbols = EnumSet.noneOf(type);
    for (var item : items(name)) {
      var symbol = symbol(name, item, type);
      if (symbol != null) {
        symbols.add(symbol);
      }
    }
    return symbols;
  }

  /**
   * A list of texts; empty where it is absent.
   *
   * @param known whether a text of that form names something
   */
  Set<String> texts(String name, Pattern form, Predicate<String> known, String expected) {
    var texts = new LinkedHashSet<String>();
    for (var item : items(name)) {
      var text = scalar(name, item, expected);
      if (text != null && form.matcher(text).matches() && known.test(text)) {
        texts.add(text);
      } else if (text != null) {
        fault(name, item.line(), text, expected);
      }
    }
    return texts;
  }

  /** Reads an entry that may be absent; null too where it is at fault. */
  <T> @Nullable T entry(String name, String expected, Function<Fields, @Nullable T> read) {
    var node = take(name);
    if (node instanceof YamlNode.Mapping mapping) {
      var fields = new Fields(path + "." + name, mapping, faults);
      var value = read.apply(fields);
      fields.refuseOthers();
      return value;
    }
    if (node != null) {
      fault(name, node.line(), "no entry", expected);
    }
    return null;
  }

  /**
   * Reads a list of lists of texts.
   *
   * @param read gives null for a row at fault
   * @return null when it is no list or any row is at fault
   */
  <T> @Nullable List<T> rows(
      String name, Function<List<String>, @Nullable T> read, String expected) {
    var rows = new ArrayList<T>();
    var index = 0;
    var sound = entry.entries().get(name) instanceof YamlNode.Sequence;
    for (var item : items(name)) {
      var texts = texts(item);
      var row = texts == null ? null : read.apply(texts);
      if (row == null) {
        fault(name + "[" + index + "]", item.line(), String.valueOf(texts), expected);
        sound = false;
      } else {
        rows.add(row);
      }
      index++;
    }
    return sound ? rows : null;
  }

  /** Reads each entry of a list of entries. */
  <T> List<T> entries(String name, Function<Fields, @Nullable T> read) {
    var entries = new ArrayList<T>();
    var index = 0;
    for (var item : items(name)) {
      var place = path + "." + name + "[" + index++ + "]";
      if (item instanceof YamlNode.Mapping mapping) {
        var fields = new Fields(place, mapping, faults);
        var value = read.apply(fields);
        fields.refuseOthers();
        if (value != null) {
          entries.add(value);
        }
      } else {
        faults.add("line " + item.line() + ": " + place + ": no entry (expected: name, type …)");
      }
    }
    return entries;
  }

  /** Notes every key that nobody asked for. */
  void refuseOthers() {
    entry
        .entries()
        .forEach(
            (name, node) -> {
              if (!known.contains(name)) {
                fault(
                    name, node.line(), "unknown key", "one of " + known.stream().sorted().toList());
              }
            });
  }

  void fault(String name, String value, String expected) {
    var node = entry.entries().get(name);
    fault(name, node == null ? entry.line() : node.line(), value, expected);
  }

  /** Notes that a required field is absent; where it is there, its own fault was noted already. */
  void faultIfAbsent(String name, String expected) {
    var node = entry.entries().get(name);
    var empty = node instanceof YamlNode.Sequence list && list.items().isEmpty();
    if (node == null || empty) {
      fault(name, node == null ? "absent" : "empty", expected);
    }
  }

  private void fault(String name, int line, String value, String expected) {
    faults.add("line %d: %s.%s: %s (expected: %s)".formatted(line, path, name, value, expected));
  }

  private @Nullable YamlNode take(String name) {
    known.add(name);
    return entry.entries().get(name);
  }

  private List<YamlNode> items(String name) {
    var node = take(name);
    if (node == null) {
      return List.of();
    }
    if (node instanceof YamlNode.Sequence sequence) {
      return sequence.items();
    }
    fault(name, node.line(), "no list", "a list");
    return List.of();
  }

  private static @Nullable List<String> texts(YamlNode node) {
    if (!(node instanceof YamlNode.Sequence sequence)) {
      return null;
    }
    var texts = new ArrayList<String>();
    for (var item : sequence.items()) {
      texts.add(item instanceof YamlNode.Scalar scalar ? String.valueOf(scalar.text()) : "");
    }
    return texts;
  }

  private @Nullable String scalar(String name, YamlNode node, String expected) {
    if (node instanceof YamlNode.Scalar scalar && scalar.text() != null) {
      return scalar.text();
    }
    fault(name, node.line(), "no text", expected);
    return null;
  }

  private <E extends Enum<E>> @Nullable E symbol(String name, YamlNode node, Class<E> type) {
    var symbols = Arrays.asList(type.getEnumConstants());
    var expected = "one of " + symbols;
    var text = scalar(name, node, expected);
    if (text == null) {
      return null;
    }
    for (var symbol : symbols) {
      if (symbol.name().equals(text)) {
        return symbol;
      }
    }
    fault(name, node.line(), text, expected);
    return null;
  }
}
