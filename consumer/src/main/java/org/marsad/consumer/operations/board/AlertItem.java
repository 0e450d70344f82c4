package org.marsad.consumer.operations.board;

import java.time.Instant;
import org.marsad.message.Alert;

/**
 * The newest revision of an alert, as one viewer sees it.
 *
 * @param isPrivate whether it is for a confidential site and the administrator alone
 */
public record AlertItem(Alert alert, boolean isPrivate) implements Revision {
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
