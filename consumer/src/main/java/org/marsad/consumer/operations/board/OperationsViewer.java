package org.marsad.consumer.operations.board;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.audience.Projection;
import org.marsad.consumer.audience.Role;
import org.marsad.message.Alert;

/** An operations centre, whose users are bound to no subscriber. */
public enum OperationsViewer implements Viewer {
  /** All but the administrators. */
  DESK,
  /** Those who also see the alerts of confidential sites, as these sites do. */
  ADMINISTRATOR;

  @Override
  public String key() {
    return name();
  }

  @Override
  public Role role() {
    return Role.OPS;
  }

  @Override
  public @Nullable String site() {
    return null;
  }

  @Override
  public boolean seesPrivate() {
    return this == ADMINISTRATOR;
  }

  @Override
  public @Nullable String subscriber() {
    return null;
  }

  @Override
  public boolean isConcerned(Alert alert, boolean isPrivate) {
    return !isPrivate || seesPrivate();
  }

  @Override
  public Optional<Alert> view(Alert alert, boolean isPrivate) {
    if (!isPrivate) {
      return Projection.of(alert, Role.OPS, null);
    }
    return seesPrivate()
        ? Projection.of(alert, Role.HOSPITAL, alert.getAddressee())
        : Optional.empty();
  }
}
