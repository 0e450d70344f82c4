package org.marsad.producer.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How {@code receivedAt} is set: once, at the door. */
public sealed interface Reception {
  /**
   * When the report counts as received.
   *
   * @param said the text's own {@code receivedAt}
   * @param reportedAt when the source reported
   * @param occurredUntil end of the event
   */
  Instant receivedAt(@Nullable Instant said, @Nullable Instant reportedAt, Instant occurredUntil);

  /** What {@link #receivedAt} is, in words that follow "after": {@code it was received, …}. */
  String words(Instant receivedAt);

  /** What is wrong with a text that says {@code receivedAt} itself. */
  List<FieldError> faultsOf(Instant said);

  /** Taken in now: the clock says when, and the text may not. */
  record Live(Clock clock) implements Reception {
    @Override
    public Instant receivedAt(
        @Nullable Instant said, @Nullable Instant reportedAt, Instant occurredUntil) {
      return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public String words(Instant receivedAt) {
      return "it was received, " + receivedAt + " by the server's clock";
    }

    @Override
    public List<FieldError> faultsOf(Instant said) {
      return List.of(
          new FieldError("receivedAt", said.toString(), "absent: it is set when it is taken in"));
    }
  }

  /**
   * From a recorded file: its own {@code receivedAt}, else when the source reported, else the end
   * of the event; but never later than now. The end of a day that has not ended lies in the future,
   * and nothing was received there.
   */
  record Recorded(Clock clock) implements Reception {
    /** How long ago a file can be read and still be called now. */
    private static final Duration NOW = Duration.ofMinutes(1);

    @Override
    public Instant receivedAt(
        @Nullable Instant said, @Nullable Instant reportedAt, Instant occurredUntil) {
      var recorded = said != null ? said : Objects.requireNonNullElse(reportedAt, occurredUntil);
      var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      return recorded.isAfter(now) ? now : recorded;
    }

    @Override
    public String words(Instant receivedAt) {
      var isNow = receivedAt.isAfter(clock.instant().minus(NOW));
      return (isNow ? "now, " : "it was received, ") + receivedAt;
    }

    @Override
    public List<FieldError> faultsOf(Instant said) {
      return List.of();
    }
  }
}
