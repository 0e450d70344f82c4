package org.marsad.consumer.fanout.stages;

import org.marsad.message.Alert;

/**
 * Whether a revision is worth calling a recipient: nothing of its alert has reached it yet, or a
 * revision that interrupts has come since it was called last, this one or one that this one has
 * overtaken. What shows nothing but what it has already is no news, nor is what interrupts only
 * those who see more: later revisions do not bring that up again.
 */
final class News {
  private News() {}

  /**
   * Whether it is.
   *
   * @param past what the recipient was told of the alert
   * @param inPlace whether the channel shows every revision, also without a sound
   */
  static boolean is(View view, Past past, boolean inPlace) {
    // what an appending channel delivers is noticed, whether or not it interrupts
    var called = inPlace ? past.rung() : Math.max(past.rung(), past.told());
    if (called == 0) {
      return true;
    }
    var known = inPlace ? past.shownRinging() : past.shown();
    return interruptsAfter(view.alert(), Math.max(called, past.noNews()))
        && !view.hash().equals(known);
  }

  private static boolean interruptsAfter(Alert alert, int revision) {
    return (alert.getInterrupts() && alert.getRevision() > revision)
        || alert.getReferences().stream()
            .anyMatch(earlier -> earlier.getInterrupts() && earlier.getRevision() > revision);
  }
}
