package org.marsad.consumer.channels.sms;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.marsad.consumer.channels.Answer;
import org.marsad.consumer.subscribers.PhoneNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far one message has come: which numbers have it, and what keeps it from the others. */
final class Progress {
  private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

  /**
   * Once others of the team have the message, a number that is rejected so often is given up. While
   * nobody has it, no number is.
   */
  static final int MOST_REJECTIONS = 5;

  private final Set<PhoneNumber> open;
  private final Map<PhoneNumber, Integer> rejections = new HashMap<>();
  private final Map<PhoneNumber, Answer> failing = new LinkedHashMap<>();
  private boolean taken;

  Progress(Set<PhoneNumber> numbers) {
    this.open = new LinkedHashSet<>(numbers);
  }

  /** Numbers that it is still to be sent to. */
  synchronized List<PhoneNumber> open() {
    return List.copyOf(open);
  }

  /** Takes in what the gateway said of one number. */
  synchronized void answered(PhoneNumber number, Answer answer) {
    failing.remove(number);
    if (answer instanceof Answer.Accepted) {
      taken = true;
      open.remove(number);
      return;
    }
    failing.put(number, answer);
    if (answer instanceof Answer.Rejected) {
      rejections.merge(number, 1, Integer::sum);
    }
  }

  /** What came of the message as a whole: whoever has one number that was told, is told. */
  synchronized Answer answer() {
    if (taken) {
      failing.entrySet().removeIf(failed -> isHopeless(failed.getKey(), failed.getValue()));
    }
    if (failing.isEmpty()) {
      return new Answer.Accepted();
    }
    var again =
        failing.values().stream()
            .filter(Answer.TryAgain.class::isInstance)
            .map(Answer.TryAgain.class::cast)
            .toList();
    if (again.isEmpty()) {
      var rejected = failing.values().stream().filter(Answer.Rejected.class::isInstance);
      return rejected.findFirst().orElse(failing.values().iterator().next());
    }
    var wait = again.stream().map(Answer.TryAgain::notBefore).max(Duration::compareTo);
    return new Answer.TryAgain(again.get(0).reason(), wait.orElse(Duration.ZERO));
  }

  private boolean isHopeless(PhoneNumber number, Answer answer) {
    var isHopeless =
        answer instanceof Answer.Refused || rejections.getOrDefault(number, 0) >= MOST_REJECTIONS;
    if (isHopeless && open.remove(number)) {
      LOG.warn("number given up answer={} number={}", answer, number);
    }
    return isHopeless;
  }
}
