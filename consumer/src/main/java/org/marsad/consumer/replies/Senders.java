package org.marsad.consumer.replies;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Numbers that answer by SMS: so many messages a minute each, so that nobody guesses codes, and a
 * pseudonym each, because a number is a person's.
 */
final class Senders {
  private static final String PURPOSE = "reply-sender";
  private static final int BYTES = 4;

  private final ReplyKey key;
  private final RequestRate rate;

  Senders(ReplyKey key, RequestRate rate) {
    this.key = key;
    this.rate = rate;
  }

  /** Takes one message; where the sender has none left, how long until it has. */
  Optional<Duration> take(String number) {
    return rate.take(number);
  }

  /** The same for the same number: {@code phone-} and 8 hexadecimal digits. */
  String pseudonym(String number) {
    return "phone-" + HexFormat.of().formatHex(key.mac(PURPOSE, number.getBytes(UTF_8)), 0, BYTES);
  }
}
