package org.marsad.schemas.yaml;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of one mapping; each fault is noted and reading goes on. */
public final class YamlFields {
  private static final Pattern ANY = Pattern.compile("(?s).*");

  private final String path;
  private final YamlNode.Mapping entry;
  private final List<String> faults;
  private final Set<String> known = new HashSet<>();
  private final Map<String, YamlFields> sections = new HashMap<>();

  YamlFields(String path, YamlNode.Mapping entry, List<String> faults) {
    this.path = path;
    this.entry = entry;
    this.faults = faults;
  }

  /** A text that must be there; empty where it is not or is at fault. */
  public String required(String name, Pattern form, String expected) {
    var text = optional(name, form, expected);
    faultIfAbsent(name, expected);
    return text == null ? "" : text;
  }

  /** A text that may be absent; null too where it is at fault. */
  public @Nullable String optional(String name, Pattern form, String expected) {
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
  public @Nullable String hidden(String name, String expected) {
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
  public boolean has(String name) {
    known.add(name);
    return entry.entries().containsKey(name);
  }

  /**
   * A text that may be absent, read by a function that refuses what it cannot use by a {@link
   * DateTimeException} or an {@link IllegalArgumentException}; null too where it does.
   */
  public <T> @Nullable T parsed(String name, String expected, Function<String, T> parse) {
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
  public @Nullable Double number(String name, double least, double most) {
    var expected = "a number, %.0f to %.0f".formatted(least, most);
    var number = number(name, expected, value -> value >= least && value <= most);
    faultIfAbsent(name, expected);
    return number;
  }

  /** A finite number that may be absent; null too where it is at fault. */
  public @Nullable Double number(String name, String expected, DoublePredicate fits) {
    return parsed(
        name,
        expected,
        text -> {
          var value = new BigDecimal(text).doubleValue();
          if (Double.isFinite(value) && fits.test(value)) {
            return value;
          }
          throw new NumberFormatException(text);
        });
  }

  /** The keys that there are, in order. */
  public Set<String> keys() {
    return entry.entries().keySet();
  }

  /**
   * The fields of a mapping within, the same for the same name; none where it is absent, empty or
   * at fault. Those that nobody asks for are faults.
   */
  public YamlFields section(String name) {
    return sections.computeIfAbsent(name, this::newSection);
  }

  private YamlFields newSection(String name) {
    var node = take(name);
    if (node instanceof YamlNode.Mapping mapping) {
      return new YamlFields(at(name), mapping, faults);
    }
    if (node instanceof YamlNode.Sequence) {
      fault(name, node.line(), "a list", "a mapping");
    } else if (node instanceof YamlNode.Scalar scalar && !scalar.isEmpty()) {
      fault(name, node.line(), String.valueOf(scalar.text()), "a mapping");
    }
    var line = node == null ? entry.line() : node.line();
    return new YamlFields(at(name), new YamlNode.Mapping(line, new LinkedHashMap<>()), faults);
  }

  /** Names and texts, in order; none where it is absent or at fault. */
  public Map<String, String> textMap(String name) {
    var section = section(name);
    var texts = new LinkedHashMap<String, String>();
    for (var key : section.keys()) {
      var text = section.optional(key, ANY, "a text");
      if (text != null) {
        texts.put(key, text);
      }
    }
    return texts;
  }

  /** A text of any form that may be absent; null too where it is blank or at fault. */
  public @Nullable String text(String name) {
    var node = take(name);
    if (node == null || (node instanceof YamlNode.Scalar scalar && scalar.isEmpty())) {
      return null;
    }
    var text = scalar(name, node, "a text");
    return text == null || text.isBlank() ? null : text;
  }

  /** The texts of a list, of which a single text is one; null where it is absent. */
  public @Nullable List<String> oneOrMore(String name, String expected) {
    var node = take(name);
    if (node == null) {
      return null;
    }
    var items = node instanceof YamlNode.Sequence list ? list.items() : List.of(node);
    var texts = new LinkedHashSet<String>();
    for (var item : items) {
      var text = scalar(name, item, expected);
      if (text != null) {
        texts.add(text);
      }
    }
    return List.copyOf(texts);
  }

  /** A list of texts of which no fault repeats any; empty where it is absent. */
  public List<String> hiddenTexts(String name, String expected) {
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
  public Map<String, String> hiddenMap(String name, String expected) {
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

  public boolean flag(String name, boolean unlessGiven) {
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

  public <E extends Enum<E>> @Nullable E symbol(String name, Class<E> type) {
    var node = take(name);
    return node == null ? null : symbol(name, node, type);
  }

  public <E extends Enum<E>> Set<E> symbols(String name, Class<E> type) {
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
  public Set<String> texts(String name, Pattern form, Predicate<String> known, String expected) {
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
  public <T> @Nullable T entry(
      String name, String expected, Function<YamlFields, @Nullable T> read) {
    var node = take(name);
    if (node instanceof YamlNode.Mapping mapping) {
      var fields = new YamlFields(at(name), mapping, faults);
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
  public <T> @Nullable List<T> rows(
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
  public <T> List<T> entries(String name, Function<YamlFields, @Nullable T> read) {
    var entries = new ArrayList<T>();
    var index = 0;
    for (var item : items(name)) {
      var place = at(name) + "[" + index++ + "]";
      if (item instanceof YamlNode.Mapping mapping) {
        var fields = new YamlFields(place, mapping, faults);
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
  public void refuseOthers() {
    entry
        .entries()
        .forEach(
            (name, node) -> {
              if (!known.contains(name)) {
                fault(
                    name, node.line(), "unknown key", "one of " + known.stream().sorted().toList());
              }
            });
    sections.values().forEach(YamlFields::refuseOthers);
  }

  /** Notes a fault of a key of this mapping, or of what has this name within it. */
  public void fault(String name, String value, String expected) {
    var node = entry.entries().get(name);
    fault(name, node == null ? entry.line() : node.line(), value, expected);
  }

  /**
   * Notes a fault of something that stands within a key.
   *
   * @param key whose line is told
   * @param name what is at fault, as the reader knows it
   */
  public void faultWithin(String key, String name, String value, String expected) {
    var node = entry.entries().get(key);
    fault(name, node == null ? entry.line() : node.line(), value, expected);
  }

  /** Notes that a required field is absent; where it is there, its own fault was noted already. */
  public void faultIfAbsent(String name, String expected) {
    var node = entry.entries().get(name);
    var empty = node instanceof YamlNode.Sequence list && list.items().isEmpty();
    if (node == null || empty) {
      fault(name, node == null ? "absent" : "empty", expected);
    }
  }

  private void fault(String name, int line, String value, String expected) {
    var shown = value.isEmpty() ? "empty" : value;
    faults.add("line %d: %s: %s (expected: %s)".formatted(line, at(name), shown, expected));
  }

  /** The path of a key of this mapping; in a document that is a mapping, its own name. */
  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
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
