package org.marsad.consumer.operations.board;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.audience.Projection;
import org.marsad.consumer.audience.Role;
import org.marsad.message.Alert;

/**
 * Those who see the same of everything: all users who are bound to no subscriber, the
 * administrators, or the users of one subscriber. Compared by what they may see.
 */
public sealed interface Viewer permits OperationsViewer, SubscriberViewer {
  /** Names the viewer, unique. */
  String key();

  /** The audience, as the schemas name it. */
  Role role();

  /** The hospital that it stands for; null: none. */
  @Nullable String site();

  /** Whether it sees what is for confidential sites and the administrator alone. */
  boolean seesPrivate();

  /** Id of the subscriber that it is; null: it is an operations centre. */
  @Nullable String subscriber();

  /**
   * Whether an alert is for it at all.
   *
   * @param isPrivate whether it came from the topic of confidential sites
   */
  boolean isConcerned(Alert alert, boolean isPrivate);

  /**
   * What it may see of an alert, whether that concerns it or did before.
   *
   * @param isPrivate whether it came from the topic of confidential sites
   */
  default Optional<Alert> view(Alert alert, boolean isPrivate) {
    return Projection.of(alert, role(), site());
  }
}
