package org.marsad.processor.topology;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Strike;
import org.marsad.message.StrikeStatus;
import org.marsad.processor.rules.merging.StandingStrike;

/**
 * What one report, or one decision, did to the strikes of its area.
 *
 * @param cause what led to it
 * @param changes the strikes that changed
 */
public record StrikeChanges(Cause cause, List<StrikeChange> changes) {
  public StrikeChanges {
    changes = List.copyOf(changes);
  }

  /** Whether a strike was not known before. */
  boolean isNew(String strikeId) {
    return changes.stream()
        .anyMatch(
            change -> change.before() == null && change.after().getStrikeId().equals(strikeId));
  }

  /**
   * One strike.
   *
   * @param before null where it is new
   * @param after its new revision
   */
  public record StrikeChange(@Nullable Strike before, Strike after) {
    /** What it was, null where it did not stand. */
    @Nullable Strike stoodBefore() {
      return before != null && before.getStatus() == StrikeStatus.ACTIVE ? before : null;
    }

    /** What it is, null where it does not stand any more. */
    @Nullable Strike standsNow() {
      return after.getStatus() == StrikeStatus.ACTIVE ? after : null;
    }

    /** What it was and what it is, where it stood or stands and is known within an hour. */
    List<StandingStrike> timed() {
      return Stream.of(Optional.ofNullable(stoodBefore()), Optional.ofNullable(standsNow()))
          .flatMap(Optional::stream)
          .map(Domain::standing)
          .filter(strike -> strike.what().time().isWithinAnHour())
          .toList();
    }
  }
}
