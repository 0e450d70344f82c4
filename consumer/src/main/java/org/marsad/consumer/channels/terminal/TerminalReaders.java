package org.marsad.consumer.channels.terminal;

import java.util.Collection;
import java.util.Collections;
import org.marsad.consumer.subscribers.ChannelSettings;
import org.marsad.consumer.subscribers.Subscriber;

/** The subscribers who read the terminal. */
public final class TerminalReaders {
  private TerminalReaders() {}

  /** Whether two of them may be told of one alert, so that a line must say for whom it is. */
  public static boolean mayHearTheSame(Collection<Subscriber> subscribers) {
    var readers = subscribers.stream().filter(TerminalReaders::isOne).toList();
    return readers.stream()
        .anyMatch(one -> readers.stream().anyMatch(other -> overlap(one, other)));
  }

  private static boolean isOne(Subscriber subscriber) {
    return subscriber.channels().stream().anyMatch(ChannelSettings.Terminal.class::isInstance);
  }

  private static boolean overlap(Subscriber one, Subscriber other) {
    return !one.id().equals(other.id())
        && !Collections.disjoint(one.realities(), other.realities())
        && !Collections.disjoint(one.subjects(), other.subjects());
  }
}
