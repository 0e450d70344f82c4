package org.marsad.consumer.operations.alerts;

import java.util.List;
import org.marsad.message.Alert;

/**
 * An alert that somebody meant.
 *
 * @param revisions oldest first, one or more
 * @param isPrivate whether it is for a confidential site and the administrator alone
 */
public record FoundAlert(List<Alert> revisions, boolean isPrivate) {
  public FoundAlert {
    revisions = List.copyOf(revisions);
  }

  /** Its newest revision. */
  public Alert newest() {
    return revisions.get(revisions.size() - 1);
  }
}
