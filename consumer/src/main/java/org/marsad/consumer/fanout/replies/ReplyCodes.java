package org.marsad.consumer.fanout.replies;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;

/**
 * Codes to answer an SMS with: six characters of 25, made of alert and subscriber, so that nobody
 * needs to remember which code was sent to whom. One in 244 million is met by chance.
 *
 * <p>Neither vowels, which make words, nor what is easily misread: 0 and O, 1, I and L, 2 and Z, 5
 * and S, 8 and B, U and V.
 */
final class ReplyCodes {
  static final String ALPHABET = "23456789CDFGHJKMNPQRTVWXY";
  static final int LENGTH = 6;

  private static final String PURPOSE = "reply-code";
  private static final BigInteger BASE = BigInteger.valueOf(ALPHABET.length());

  private final ReplyKey key;

  ReplyCodes(ReplyKey key) {
    this.key = key;
  }

  /** The code of an alert, all its revisions, for a subscriber. */
  String of(String alertId, String subscriber) {
    var number = new BigInteger(1, key.mac(PURPOSE, (subscriber + "\n" + alertId).getBytes(UTF_8)));
    var code = new StringBuilder(LENGTH);
    for (var i = 0; i < LENGTH; i++) {
      var parts = number.divideAndRemainder(BASE);
      code.append(ALPHABET.charAt(parts[1].intValue()));
      number = parts[0];
    }
    return code.toString();
  }
}
