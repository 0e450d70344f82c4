package org.marsad.standalone.init;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A question of an entry.
 *
 * @param key of its answer
 * @param text as it is asked
 * @param isSecret whether what is typed stays unseen
 * @param applies whether it is asked, after the answers so far
 * @param alsoNamed what else faults of its answer are told under
 */
record Question(
    String key,
    String text,
    boolean isSecret,
    Predicate<Map<String, String>> applies,
    Set<String> alsoNamed) {
  /** As in {@code hospital 1.at: 99 (expected: …)}. */
  private static final Pattern FAULT = Pattern.compile("(?s)[^.:]+\\.([a-z-]+).*");

  Question(String key, String text, String... alsoNamed) {
    this(key, text, false, answers -> true, Set.of(alsoNamed));
  }

  Question(String key, String text, boolean isSecret, Predicate<Map<String, String>> applies) {
    this(key, text, isSecret, applies, Set.of());
  }

  /** The same question in other words. */
  Question asking(String otherText) {
    return new Question(key, otherText, isSecret, applies, alsoNamed);
  }

  /** Whether a fault is about its answer. */
  boolean isMeantBy(String fault) {
    var named = FAULT.matcher(fault);
    return named.matches() && (named.group(1).equals(key) || alsoNamed.contains(named.group(1)));
  }
}
