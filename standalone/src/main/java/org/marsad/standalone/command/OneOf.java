package org.marsad.standalone.command;

import java.util.List;
import org.marsad.schemas.settings.SettingsException;

/** The one id that is meant by an id, by the beginning of one, or by {@code latest}. */
final class OneOf {
  private static final String LATEST = "latest";
  private static final int SHOWN = 10;

  private OneOf() {}

  /**
   * The id.
   *
   * @param what it is the id of
   * @param newestFirst all that there are
   * @throws SettingsException where none is meant, or several
   */
  static String these(String what, String said, List<String> newestFirst) {
    if (newestFirst.contains(said)) {
      return said;
    }
    var meant =
        said.equals(LATEST)
            ? newestFirst.stream().limit(1).toList()
            : newestFirst.stream().filter(id -> id.startsWith(said)).toList();
    if (meant.size() != 1) {
      var expected =
          meant.isEmpty()
              ? "the id of one, the beginning of it, or latest"
              : "one of " + String.join(", ", meant.subList(0, Math.min(SHOWN, meant.size())));
      throw new SettingsException(List.of("%s: %s (expected: %s)".formatted(what, said, expected)));
    }
    return meant.get(0);
  }
}
