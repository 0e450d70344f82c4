package org.marsad.consumer.fanout.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.marsad.consumer.subscribers.Escalation;

/**
 * Which steps of an escalation are due. A step is due once nobody has answered for as long as it
 * says, and at once for each team that cannot; while an answer holds nothing is. All of it follows
 * from recorded times, so that a restart changes nothing.
 *
 * @param steps in order
 * @param seenHolds how long SEEN counts as an answer when nothing follows it, positive
 */
record Plan(List<Escalation> steps, Duration seenHolds) {
  Plan {
    steps = List.copyOf(steps);
  }

  /**
   * What is to be done.
   *
   * @param due steps that are due, whether or not they were taken before
   * @param lookAgain when another may be due; empty: not before somebody answers
   */
  record Next(List<Escalation> due, Optional<Instant> lookAgain) {}

  /**
   * What is to be done now.
   *
   * @param told when the subscriber was told
   * @param unreachable whether every channel that was to tell it has given up
   */
  Next at(Instant now, Instant told, Answers answers, boolean unreachable) {
    var unanswered = new Unanswered(told, answers.holds(seenHolds));
    if (unanswered.isHeld(now)) {
      var until = unanswered.heldUntil(now);
      return new Next(List.of(), until.equals(Instant.MAX) ? Optional.empty() : Optional.of(until));
    }
    var silent = unanswered.at(now);
    var atOnce =
        answers.refusals().stream().filter(at -> !at.isAfter(now)).count() + (unreachable ? 1 : 0);
    var due = new ArrayList<Escalation>();
    Optional<Instant> lookAgain = Optional.empty();
    for (var index = 0; index < steps.size(); index++) {
      var step = steps.get(index);
      if (index < atOnce || step.after().compareTo(silent) <= 0) {
        due.add(step);
      } else {
        var at = now.plus(step.after().minus(silent));
        lookAgain = lookAgain.filter(earlier -> earlier.isBefore(at)).or(() -> Optional.of(at));
      }
    }
    return new Next(due, lookAgain);
  }
}
