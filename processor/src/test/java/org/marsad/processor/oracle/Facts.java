package org.marsad.processor.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is claimed about one subject, by name. What is not known has no entry. */
public final class Facts {
  /** Two ways of measuring the lived-in share of a circle may differ by so much. */
  private static final double SHARE_TOLERANCE = 0.06;

  private static final double TOLERANCE = 1e-6;

  private final NavigableMap<String, Object> byName = new TreeMap<>();

  public Facts with(String name, @Nullable Object value) {
    if (value != null) {
      byName.put(name, value instanceof Collection<?> many ? List.copyOf(many) : value);
    }
    return this;
  }

  Facts without(String... names) {
    List.of(names).forEach(byName::remove);
    return this;
  }

  /** Adds one line for each fact that differs, beginning with the subject. */
  static void compare(
      String subject, @Nullable Facts expected, @Nullable Facts actual, List<String> differences) {
    if (expected == null || actual == null) {
      differences.add(
          expected == null
              ? "not expected: %s %s".formatted(subject, actual)
              : "missing: %s %s".formatted(subject, expected));
      return;
    }
    var names = new TreeSet<>(expected.byName.keySet());
    names.addAll(actual.byName.keySet());
    for (var name : names) {
      var wanted = expected.byName.get(name);
      var found = actual.byName.get(name);
      if (!agree(name, wanted, found)) {
        differences.add("%s %s: expected %s, found %s".formatted(subject, name, wanted, found));
      }
    }
  }

  /** Compares two sets of subjects. */
  public static List<String> differences(Map<String, Facts> expected, Map<String, Facts> actual) {
    var differences = new ArrayList<String>();
    var subjects = new TreeSet<>(expected.keySet());
    subjects.addAll(actual.keySet());
    for (var subject : subjects) {
      compare(subject, expected.get(subject), actual.get(subject), differences);
    }
    return differences;
  }

  private static boolean agree(String name, @Nullable Object a, @Nullable Object b) {
    if (a instanceof Double x && b instanceof Double y) {
      return Math.abs(x - y) <= (name.equals("livedInShare") ? SHARE_TOLERANCE : TOLERANCE);
    }
    if (a instanceof Rounded expected && b instanceof Range found) {
      return expected.agreesWith(found);
    }
    return a == null ? b == null : a.equals(b);
  }

  @Override
  public String toString() {
    return byName.toString();
  }
}
