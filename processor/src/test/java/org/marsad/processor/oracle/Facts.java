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
  /** Begins the names of what may be out of date: a change in it alone publishes nothing. */
  public static final String EVIDENCE = "evidence of ";

  /** Two ways of measuring the lived-in share of a circle may differ by so much. */
  private static final double SHARE_TOLERANCE = 0.06;

  private static final double TOLERANCE = 1e-6;

  private static final String IF_TOLD = ", if told";
  private static final String UNTOLD = "[]";

  private final NavigableMap<String, Object> byName = new TreeMap<>();

  public Facts with(String name, @Nullable Object value) {
    if (value != null) {
      byName.put(name, value instanceof Collection<?> many ? List.copyOf(many) : value);
    }
    return this;
  }

  public @Nullable Object get(String name) {
    return byName.get(name);
  }

  /** The name of a record's last days, which all records but the first may leave out. */
  public static String recent(String record, int index) {
    return EVIDENCE + record + " recent" + (index == 0 ? "" : IF_TOLD);
  }

  /** By name. */
  public Map<String, Object> toMap() {
    return Map.copyOf(byName);
  }

  /** All but what may be out of date. */
  public Facts withoutEvidence() {
    var facts = new Facts();
    byName.forEach((name, value) -> facts.with(name.startsWith(EVIDENCE) ? "" : name, value));
    facts.byName.remove("");
    return facts;
  }

  Facts without(String... names) {
    List.of(names).forEach(byName::remove);
    return this;
  }

  /** One line for each fact that differs, beginning with the subject. */
  public static List<String> differences(
      String subject, @Nullable Facts expected, @Nullable Facts actual) {
    if (expected == null && actual == null) {
      return List.of();
    }
    if (expected == null || actual == null) {
      return List.of(
          expected == null
              ? "not expected: %s %s".formatted(subject, actual)
              : "missing: %s %s".formatted(subject, expected));
    }
    var differences = new ArrayList<String>();
    var names = new TreeSet<>(expected.byName.keySet());
    names.addAll(actual.byName.keySet());
    for (var name : names) {
      var wanted = expected.byName.get(name);
      var found = actual.byName.get(name);
      if (!agree(name, wanted, found)) {
        differences.add("%s %s: expected %s, found %s".formatted(subject, name, wanted, found));
      }
    }
    return differences;
  }

  /** Compares two sets of subjects. */
  public static List<String> differences(Map<String, Facts> expected, Map<String, Facts> actual) {
    var differences = new ArrayList<String>();
    var subjects = new TreeSet<>(expected.keySet());
    subjects.addAll(actual.keySet());
    for (var subject : subjects) {
      differences.addAll(differences(subject, expected.get(subject), actual.get(subject)));
    }
    return differences;
  }

  private static boolean agree(String name, @Nullable Object a, @Nullable Object b) {
    if (name.endsWith(IF_TOLD) && UNTOLD.equals(b)) {
      return true;
    }
    if (a instanceof Double x && b instanceof Double y) {
      return Math.abs(x - y) <= (name.equals("livedInShare") ? SHARE_TOLERANCE : TOLERANCE);
    }
    if (a instanceof Amount expected && b instanceof Range found) {
      return expected.isRoundedTo(found);
    }
    if (a instanceof Amount one && b instanceof Amount other) {
      return one.isAbout(other);
    }
    return a == null ? b == null : a.equals(b);
  }

  @Override
  public String toString() {
    return byName.toString();
  }
}
