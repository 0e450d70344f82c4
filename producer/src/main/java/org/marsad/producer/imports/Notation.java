package org.marsad.producer.imports;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.producer.text.PastedText;

/**
 * How the values of a table are written.
 *
 * @param decimal what parts whole numbers from fractions, a point or a comma
 * @param notReported counts that mean that nothing was reported, besides the usual, in lower case
 * @param noPoint coordinates that mean that there is no point, besides blanks, in lower case
 * @param listSeparator between the values of a list; null: semicolons, and for targets also commas,
 *     bars and, between known words, blanks
 * @param truncated texts that are cut where they are too long, instead of refused
 */
record Notation(
    char decimal,
    Set<String> notReported,
    Set<String> noPoint,
    @Nullable Pattern listSeparator,
    Set<String> truncated) {
  /** As most tables are written. */
  static final Notation USUAL = new Notation('.', Set.of(), Set.of(), null, Set.of());

  Notation {
    notReported = Set.copyOf(notReported);
    noPoint = Set.copyOf(noPoint);
    truncated = Set.copyOf(truncated);
  }

  boolean isNotReported(String value) {
    return notReported.contains(folded(value));
  }

  boolean isNoPoint(String value) {
    return value.isEmpty() || noPoint.contains(folded(value));
  }

  /** As tokens are kept: what people do not see makes no difference. */
  static String folded(String value) {
    return PastedText.number(value).toLowerCase(Locale.ROOT);
  }
}
