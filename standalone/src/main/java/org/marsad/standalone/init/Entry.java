package org.marsad.standalone.init;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One entry of an installation as somebody stated it; each fault is noted and reading goes on. */
final class Entry {
  private final String path;
  private final Map<String, String> values;
  private final List<String> faults;
  private final Set<String> known = new LinkedHashSet<>();

  /**
   * @param path what faults call it
   * @param values by key; a blank one counts as absent
   */
  Entry(String path, Map<String, String> values, List<String> faults) {
    this.path = path;
    this.values = values;
    this.faults = faults;
  }

  /** A text that must be there; empty where it is not, which is noted. */
  String required(String key, String expected) {
    var text = optional(key);
    if (text == null) {
      fault(key, "absent", expected);
    }
    return text == null ? "" : text;
  }

  @Nullable String optional(String key) {
    known.add(key);
    var text = values.get(key);
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** The items of a list, separated by commas; empty where it is absent. */
  List<String> list(String key) {
    var text = optional(key);
    return text == null
        ? List.of()
        : Arrays.stream(text.split(",", -1)).map(String::strip).filter(i -> !i.isEmpty()).toList();
  }

  boolean flag(String key) {
    var text = optional(key);
    if (text == null) {
      return false;
    }
    var lower = text.toLowerCase(Locale.ROOT);
    if (!Set.of("y", "yes", "true", "n", "no", "false").contains(lower)) {
      fault(key, text, "yes or no");
    }
    return Set.of("y", "yes", "true").contains(lower);
  }

  /** A symbol in upper or lower case; null where it is absent, or at fault, which is noted. */
  <E extends Enum<E>> @Nullable E symbol(String key, Class<E> type) {
    var symbols = Arrays.asList(type.getEnumConstants());
    return parsed(
        key, "one of " + symbols, text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
  }

  /**
   * A value that is read by a function, which refuses by an {@link IllegalArgumentException}; null
   * where it is absent or refused, which is noted.
   */
  <T> @Nullable T parsed(String key, String expected, Function<String, T> read) {
    var text = optional(key);
    if (text == null) {
      return null;
    }
    try {
      return read.apply(text);
    } catch (IllegalArgumentException e) {
      fault(key, text, expected);
      return null;
    }
  }

  void fault(String key, String value, String expected) {
    faults.add("%s.%s: %s (expected: %s)".formatted(path, key, value, expected));
  }

  /** Notes every key that nobody asked for. */
  void refuseOthers() {
    for (var key : values.keySet()) {
      if (!known.contains(key)) {
        fault(key, "unknown key", "one of " + known);
      }
    }
  }
}
