package org.marsad.consumer.audience;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;

/**
 * Those who see the same view of an alert.
 *
 * @param role what they are
 * @param site the hospital that they stand for; null: none
 */
public record Audience(Role role, @Nullable String site) {
  /** The alert as they may see it, or not at all. */
  public Optional<Alert> view(Alert alert) {
    return Projection.of(alert, role, site);
  }

  /**
   * The audience without its site where an alert is not addressed to it, so that all hospitals
   * share what is made of most alerts.
   */
  public Audience of(Alert alert) {
    return site == null || site.equals(alert.getAddressee()) ? this : new Audience(role, null);
  }
}
