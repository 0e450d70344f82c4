package org.marsad.standalone.compare;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.facts.FactChange;
import org.marsad.message.Alert;
import org.marsad.schemas.MessageJson;

/**
 * An alert that does not stand alike under both rules files.
 *
 * @param change what became of it
 * @param older as it stands under the old rules, null where it does not
 * @param newer as it stands under the new rules, null where it does not
 * @param fields the facts that changed; empty unless it stands under both
 */
public record Difference(
    Change change, @Nullable Alert older, @Nullable Alert newer, List<FactChange> fields) {
  /** What became of an alert. */
  public enum Change {
    ADDED,
    LOST,
    CHANGED
  }

  public Difference {
    fields = List.copyOf(fields);
  }

  /** The alert, as it stands under the new rules where it does. */
  Alert alert() {
    return newer == null ? Objects.requireNonNull(older) : newer;
  }

  /** One line of {@code --compare-out}; what is absent has no key. */
  public ObjectNode json() {
    var json =
        JsonNodeFactory.instance
            .objectNode()
            .put("change", change.name())
            .put("alertId", alert().getAlertId())
            .put("subject", alert().getSubject().getKind().name());
    if (older != null) {
      json.set("old", MessageJson.tree(older));
    }
    if (newer != null) {
      json.set("new", MessageJson.tree(newer));
    }
    var array = json.putArray("fields");
    for (var field : fields) {
      var entry = array.addObject().put("name", field.name());
      if (field.older() != null) {
        entry.set("old", field.older());
      }
      if (field.newer() != null) {
        entry.set("new", field.newer());
      }
    }
    return json;
  }
}
