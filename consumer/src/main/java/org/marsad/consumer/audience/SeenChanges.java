package org.marsad.consumer.audience;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.marsad.message.Alert;
import org.marsad.message.Change;
import org.marsad.message.MessageType;
import org.marsad.message.Place;
import org.marsad.message.Rule;
import org.marsad.schemas.Findings;
import org.marsad.schemas.SeenBy;

/**
 * What is new in an update as one role sees it. A change that the role does not see, or that is
 * less sure than it asks for, is not named to it, and does not wake it.
 */
final class SeenChanges {
  /** What wakes nobody by itself. */
  private static final Set<Change> QUIET =
      EnumSet.of(
          Change.CASUALTIES,
          Change.RESIDENTIAL_STRIKE,
          Change.UNPLACED_STRIKE,
          Change.SEVERITY_FELL,
          Change.LESS_SURE,
          Change.FINDING_GONE,
          Change.ARRIVALS_FELL,
          Change.COUNTS,
          Change.SOURCES,
          Change.DETAILS);

  private static final Set<String> SEES_POINTS = SeenBy.of(Place.getClassSchema().getField("lat"));

  private SeenChanges() {}

  /** The view with the changes that the role sees; it interrupts only if one of them may. */
  static Alert in(Alert view, Role role) {
    var seen = view.getChanges().stream().filter(change -> sees(role, change, view)).toList();
    if (seen.size() == view.getChanges().size()) {
      return view;
    }
    return Alert.newBuilder(view)
        .setChanges(seen.isEmpty() ? List.of(Change.DETAILS) : seen)
        .setInterrupts(
            view.getInterrupts()
                && (view.getMessageType() != MessageType.UPDATE || !QUIET.containsAll(seen)))
        .build();
  }

  private static boolean sees(Role role, Change change, Alert alert) {
    return switch (change) {
      case PLACE_MOVED -> SEES_POINTS.contains(role.name());
      case REPEAT_STRIKE -> isSure(role, alert, Rule.REPEAT_STRIKE);
      case PROTECTED_SITE_STRIKE -> isSure(role, alert, Rule.PROTECTED_SITE_STRIKE);
      case HEAVIEST_IN_DAYS, RECORD_LONGER -> isSure(role, alert, Rule.HEAVIEST_IN_DAYS);
      case RESIDENTIAL_STRIKE -> isSure(role, alert, Rule.RESIDENTIAL_STRIKE);
      default -> true;
    };
  }

  /** Whether a finding is as sure as the role asks for. */
  private static boolean isSure(Role role, Alert alert, Rule rule) {
    return !role.asksForTheLikely() || Findings.isLikely(alert, rule);
  }
}
