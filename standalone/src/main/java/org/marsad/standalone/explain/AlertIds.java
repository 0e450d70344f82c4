package org.marsad.standalone.explain;

import java.io.IOException;
import java.util.Collection;

/** Finds the alert that is meant by an id or the beginning of one. */
public final class AlertIds {
  private static final int SHOWN = 20;

  private AlertIds() {}

  /**
   * The one id that is meant.
   *
   * @param ids all that begin with what was said, in any order
   * @throws IOException when there is none, or more than one, with what can be done about it
   */
  public static String only(String said, Collection<String> ids) throws IOException {
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
