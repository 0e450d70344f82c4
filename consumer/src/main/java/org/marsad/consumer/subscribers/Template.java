package org.marsad.consumer.subscribers;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with places such as {@code {to}} to fill in. What is filled in is encoded, and never taken
 * for a place itself. Its own text is not shown: it may hold a password.
 *
 * @param text with its places
 * @param encoding of what is filled in
 */
public record Template(String text, Encoding encoding) {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

  /** Names of its places. */
  public Set<String> places() {
    return PLACE.matcher(text).results().map(place -> place.group(1)).collect(Collectors.toSet());
  }

  /**
   * The text with its places filled in.
   *
   * @param values of every place, by name
   */
  public String fill(Map<String, String> values) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> Matcher.quoteReplacement(encoding.encode(value(place.group(1), values))));
  }

  private static String value(String place, Map<String, String> values) {
    return Objects.requireNonNull(values.get(place), place);
  }

  @Override
  public String toString() {
    return "[hidden]";
  }
}
