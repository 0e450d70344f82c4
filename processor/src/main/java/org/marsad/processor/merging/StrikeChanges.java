package org.marsad.processor.merging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Strike;
import org.marsad.message.StrikeStatus;
import org.marsad.processor.mapping.Cause;
import org.marsad.processor.mapping.KnownStrike;
import org.marsad.processor.rules.heaviest.Days;
import org.marsad.processor.rules.heaviest.RecordLedger.Heard;
import org.marsad.processor.rules.merging.StandingStrike;

/**
 * What one report, one decision or one heartbeat did to an area.
 *
 * @param cause what led to it
 * @param changes the strikes that changed
 * @param heard on which days somebody was heard by reports, before and now
 * @param heartbeat whether its time is a day on which somebody was heard
 * @param ending why a strike ended, where one did and is not part of another now
 * @param forgotten strikes of long ago that are forgotten now
 */
public record StrikeChanges(
    Cause cause,
    List<StrikeChange> changes,
    List<Heard> heard,
    boolean heartbeat,
    Ending ending,
    List<KnownStrike> forgotten) {
  public StrikeChanges {
    changes = List.copyOf(changes);
    heard = List.copyOf(heard);
    forgotten = List.copyOf(forgotten);
  }

  /** What a decision did. */
  public static StrikeChanges decided(Cause cause, List<StrikeChange> changes) {
    return new StrikeChanges(cause, changes, List.of(), false, Ending.WITHDRAWN, List.of());
  }

  /** That somebody was heard. */
  static StrikeChanges heard(Cause cause) {
    return new StrikeChanges(cause, List.of(), List.of(), true, Ending.WITHDRAWN, List.of());
  }

  /** What a report did. */
  static StrikeChanges reported(
      Cause cause,
      List<StrikeChange> changes,
      @Nullable Days before,
      @Nullable Days now,
      Ending ending,
      List<KnownStrike> forgotten) {
    var heard = before == null && now == null ? List.<Heard>of() : List.of(new Heard(before, now));
    return new StrikeChanges(cause, changes, heard, false, ending, forgotten);
  }

  /**
   * Why what was told of several strikes is taken back, where none of them is left: as the strikes
   * themselves where they were, else because they are told of elsewhere now.
   */
  public Ending endingOfAll() {
    return changes.stream()
            .anyMatch(change -> change.after().message().getStatus() == StrikeStatus.RETRACTED)
        ? ending
        : Ending.CORRECTED;
  }

  /** Ids of the strikes that stand on, but of which some reports are another strike now. */
  public Set<String> parted() {
    var parted = new TreeSet<String>();
    for (var change : changes) {
      var before = change.stoodBefore();
      if (before != null && change.standsNow() != null) {
        var lost = new TreeSet<>(before.message().getReportIds());
        lost.removeAll(change.after().message().getReportIds());
        if (changes.stream().anyMatch(other -> other.has(lost))) {
          parted.add(change.id());
        }
      }
    }
    return parted;
  }

  /** What is published of strikes, by id: new revisions, and null for what is forgotten. */
  public List<KeyValue<String, @Nullable Strike>> published() {
    var published = new ArrayList<KeyValue<String, @Nullable Strike>>();
    for (var change : changes) {
      if (change.isRevision()) {
        published.add(KeyValue.pair(change.id(), change.after().message()));
      }
    }
    forgotten.forEach(strike -> published.add(KeyValue.pair(strike.id(), null)));
    return published;
  }

  /**
   * One strike.
   *
   * @param before null where it is new
   * @param after as it is now
   */
  public record StrikeChange(@Nullable KnownStrike before, KnownStrike after) {
    /** Its id. */
    public String id() {
      return after.id();
    }

    private boolean has(Set<String> reportIds) {
      return after.stands()
          && after.message().getReportIds().stream().anyMatch(reportIds::contains);
    }

    boolean isRevision() {
      return before == null || before.message().getRevision() != after.message().getRevision();
    }

    /** What it was, null where it did not stand. */
    public @Nullable KnownStrike stoodBefore() {
      return before != null && before.stands() ? before : null;
    }

    /** What it is, null where it does not stand any more. */
    public @Nullable KnownStrike standsNow() {
      return after.stands() ? after : null;
    }

    /** What it was and what it is, where it stood or stands and its time is known to the hour. */
    public List<StandingStrike> timed() {
      return Stream.of(
              Optional.ofNullable(timed(stoodBefore())), Optional.ofNullable(timed(standsNow())))
          .flatMap(Optional::stream)
          .toList();
    }

    /**
     * In the words of the rules; null where there is none, or its time is not known to the hour.
     */
    public static @Nullable StandingStrike timed(@Nullable KnownStrike strike) {
      var standing = strike == null ? null : strike.standing();
      return standing != null && standing.what().time().isFine() ? standing : null;
    }

    /** The same, of those known within an hour alone. */
    public static @Nullable StandingStrike withinAnHour(@Nullable KnownStrike strike) {
      var timed = timed(strike);
      return timed != null && timed.what().time().isWithinAnHour() ? timed : null;
    }
  }
}
