package org.marsad.schemas.launch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;

/**
 * What {@code /health/ready} answers.
 *
 * @param reason why a part does not do its work; empty: it does
 * @param warnings what a person should mend all the same
 */
public record Readiness(Optional<String> reason, List<Warning> warnings) {
  public Readiness {
    warnings = List.copyOf(warnings);
  }

  /** The HTTP status: 200, or 503 where it is not ready. */
  public int status() {
    return reason.isEmpty() ? 200 : 503;
  }

  /** {@code {"ready", "reason", "warnings"}} as JSON; the last two only where there are any. */
  public String json() {
    var json = JsonNodeFactory.instance.objectNode().put("ready", reason.isEmpty());
    reason.ifPresent(why -> json.put("reason", why));
    if (!warnings.isEmpty()) {
      var list = json.putArray("warnings");
      warnings.forEach(warning -> list.add(warning.text()));
    }
    return json.toString();
  }
}
