package org.marsad.processor.mapping;

import org.jspecify.annotations.Nullable;
import org.marsad.message.Strike;
import org.marsad.message.StrikeStatus;
import org.marsad.processor.rules.merging.StandingStrike;
import org.marsad.processor.rules.merging.Timing;

/** A revision of a strike. Not to be shared by threads: what was read of it once is kept. */
public final class KnownStrike {
  private final Strike message;
  private final Timing timing;
  private @Nullable StandingStrike standing;

  /**
   * A revision.
   *
   * @param message as it is published
   * @param timing what its reports say of time beside
   */
  public KnownStrike(Strike message, Timing timing) {
    this.message = message;
    this.timing = timing;
  }

  public Strike message() {
    return message;
  }

  public Timing timing() {
    return timing;
  }

  public String id() {
    return message.getStrikeId();
  }

  /** Whether it stands: it was neither taken back nor merged into another. */
  public boolean stands() {
    return message.getStatus() == StrikeStatus.ACTIVE;
  }

  /** In the words of the rules. */
  public StandingStrike standing() {
    if (standing == null) {
      standing =
          new StandingStrike(
              id(), Domain.merged(message), message.getResidential() != null, timing);
    }
    return standing;
  }
}
