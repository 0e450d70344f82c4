package org.marsad.producer.imports;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A tag of the Humanitarian Exchange Language (hxlstandard.org), such as {@code #date+occurred}.
 *
 * @param base the tag itself, with its {@code #}
 * @param attributes in any order
 */
record HxlTag(String base, Set<String> attributes) {
  private static final Pattern FORM =
      Pattern.compile("#\\s*([a-z][a-z0-9_]*)((?:\\s*\\+\\s*[a-z][a-z0-9_]*)*)");

  HxlTag {
    attributes = Set.copyOf(attributes);
  }

  /** The tag that a text is, if it is one. */
  static Optional<HxlTag> of(String text) {
    var form = FORM.matcher(text.toLowerCase(Locale.ROOT));
    if (!form.matches()) {
      return Optional.empty();
    }
    var attributes = form.group(2).replaceAll("\\s", "").split("\\+", -1);
    return Optional.of(
        new HxlTag(
            "#" + form.group(1), Set.copyOf(List.of(attributes).subList(1, attributes.length))));
  }

  /** Whether a row is one of tags: some, and nothing else. */
  static boolean isRow(List<String> values) {
    var filled = values.stream().filter(value -> !value.isBlank()).toList();
    return !filled.isEmpty() && filled.stream().allMatch(value -> of(value).isPresent());
  }

  /** Whether this tag has the base and all attributes of another. */
  boolean covers(HxlTag other) {
    return base.equals(other.base) && attributes.containsAll(other.attributes);
  }
}
