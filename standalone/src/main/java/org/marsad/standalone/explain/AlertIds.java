package org.marsad.standalone.explain;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.marsad.message.Alert;
import org.marsad.message.AreaProfile;

/** Finds the alert that is meant by an id or the beginning of one. */
public final class AlertIds {
  private static final int SHOWN = 20;

  private AlertIds() {}

  /**
   * The one id that is meant.
   *
   * @param alerts by id, all whose id begins with what was said
   * @param areas their profiles, which say what is confidential; asked for only where ids are told
   * @throws IOException when there is none, or more than one, with what can be done about it
   */
  public static String only(
      String said, Map<String, Alert> alerts, Supplier<Collection<AreaProfile>> areas)
      throws IOException {
    var ids = alerts.keySet();
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
      var discretion = new Discretion(areas.get());
      alerts.values().stream()
          .map(discretion::id)
          .sorted()
          .limit(SHOWN)
          .forEach(id -> text.append("\n  ").append(id));
      if (ids.size() > SHOWN) {
        text.append("\n  and %d more".formatted(ids.size() - SHOWN));
      }
      throw new IOException(text.toString());
    }
    return ids.iterator().next();
  }
}
