package org.marsad.consumer.operations.alerts;

import java.util.Set;

/** Finds the id that is meant by an id or the beginning of one. */
final class AlertIds {
  /** Said in place of an id: the public alert that was sent last. */
  static final String LATEST = "latest";

  private static final int SHOWN = 20;

  private AlertIds() {}

  /**
   * The one id that is meant.
   *
   * @param ids that begin with what was said
   * @throws UnclearAlertException when there is none, or more than one, with what can be done about
   *     it
   */
  static String only(String said, Set<String> ids) throws UnclearAlertException {
    if (ids.contains(said)) {
      return said;
    }
    if (ids.isEmpty()) {
      throw new UnclearAlertException(
          "alert id: %s is unknown (expected: an alert's id, its beginning, or %s)"
              .formatted(said, LATEST),
          true);
    }
    if (ids.size() > 1) {
      var text = new StringBuilder();
      text.append("alert id: %s begins %d ids (expected: one of them)".formatted(said, ids.size()));
      ids.stream().sorted().limit(SHOWN).forEach(id -> text.append("\n  ").append(id));
      if (ids.size() > SHOWN) {
        text.append("\n  and %d more".formatted(ids.size() - SHOWN));
      }
      throw new UnclearAlertException(text.toString(), false);
    }
    return ids.iterator().next();
  }
}
