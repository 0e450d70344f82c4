package org.marsad.consumer.fanout.sms;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.marsad.consumer.fanout.channel.Answer;
import org.marsad.consumer.fanout.subscribers.PhoneNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far one message has come: which numbers have it, and which never will. */
final class Progress {
  private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

  private final Set<PhoneNumber> open;
  private final Map<PhoneNumber, Integer> attempts = new HashMap<>();
  private final Map<PhoneNumber, Answer.TryAgain> failing = new LinkedHashMap<>();
  private String refusal = "";
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
    } else if (answer instanceof Answer.TryAgain again) {
      if (attempts.merge(number, 1, Integer::sum) >= again.mostAttempts()) {
        giveUp(number, again.reason());
      } else {
        failing.put(number, again);
      }
    } else if (answer instanceof Answer.Refused refused) {
      giveUp(number, refused.reason());
    }
  }

  /** What came of the message as a whole: whoever has one number that was told, is told. */
  synchronized Answer answer() {
    if (!failing.isEmpty()) {
      var wait =
          failing.values().stream()
              .map(Answer.TryAgain::notBefore)
              .max(Duration::compareTo)
              .orElse(Duration.ZERO);
      var reason = failing.values().iterator().next().reason();
      return new Answer.TryAgain(reason, wait, Integer.MAX_VALUE);
    }
    return taken ? new Answer.Accepted() : new Answer.Refused(refusal);
  }

  private void giveUp(PhoneNumber number, String reason) {
    open.remove(number);
    refusal = reason;
    LOG.warn("number given up reason={} number={}", reason, number);
  }
}
