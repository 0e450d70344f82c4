package org.marsad.consumer.operations.board;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;

/** The newest revision of an alert, as one viewer sees it. Safe for several threads. */
public final class AlertItem implements Revision {
  private final Alert alert;
  private final boolean isPrivate;
  private volatile @Nullable Written written;

  /** The alert as it was written with the names that were known then. */
  private record Written(int names, WrittenJson json) {}

  /**
   * @param alert as the viewer sees it
   * @param isPrivate whether it is for a confidential site and the administrator alone
   */
  AlertItem(Alert alert, boolean isPrivate) {
    this.alert = alert;
    this.isPrivate = isPrivate;
  }

  public Alert alert() {
    return alert;
  }

  /** Whether it is for a confidential site and the administrator alone. */
  boolean isPrivate() {
    return isPrivate;
  }

  /**
   * The alert in a list, written once as long as no name changes.
   *
   * @param viewer the one whose item this is
   * @param names how often names of areas have changed
   */
  ObjectNode brief(AlertJson json, Viewer viewer, int names) {
    var known = written;
    if (known == null || known.names() != names) {
      known = new Written(names, new WrittenJson(json.brief(viewer, alert)));
      written = known;
    }
    return known.json().read();
  }

  @Override
  public String id() {
    return alert.getAlertId();
  }

  @Override
  public int revision() {
    return alert.getRevision();
  }

  @Override
  public Instant at() {
    return alert.getSentAt();
  }
}
