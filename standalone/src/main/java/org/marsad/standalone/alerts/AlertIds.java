package org.marsad.standalone.alerts;

import java.io.IOException;
import java.util.Set;

/** Finds the id that is meant by an id or the beginning of one. */
final class AlertIds {
  private static final int SHOWN = 20;

  private AlertIds() {}

  /**
   * The one id that is meant.
   *
   * @param ids that begin with what was said
   * @throws IOException when there is none, or more than one, with what can be done about it
   */
  static String only(String said, Set<String> ids) throws IOException {
    if (ids.contains(said)) {
      return said;
    }
    if (ids.isEmpty()) {
      throw new IOException(
          "alert id: %s is unknown (expected: one of those that ./marsad watch --ids shows)"
              .formatted(said));
    }
    if (ids.size() > 1) {
      var text = new StringBuilder();
      text.append("alert id: %s begins %d ids (expected: one of them)".formatted(said, ids.size()));
      ids.stream().sorted().limit(SHOWN).forEach(id -> text.append("\n  ").append(id));
      if (ids.size() > SHOWN) {
        text.append("\n  and %d more".formatted(ids.size() - SHOWN));
      }
      throw new IOException(text.toString());
    }
    return ids.iterator().next();
  }
}
