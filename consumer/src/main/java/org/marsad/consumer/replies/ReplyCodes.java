package org.marsad.consumer.replies;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import org.marsad.schemas.sms.AlertCode;

/**
 * Codes to answer an SMS with: six characters of 25, made of alert and subscriber, so that nobody
 * needs to remember which code was sent to whom. One in 244 million is met by chance.
 */
final class ReplyCodes {
  private static final String PURPOSE = "reply-code";
  private static final BigInteger BASE = BigInteger.valueOf(AlertCode.ALPHABET.length());

  private final ReplyKey key;

  ReplyCodes(ReplyKey key) {
    this.key = key;
  }

  /** The code of an alert, all its revisions, for a subscriber. */
  String of(String alertId, String subscriber) {
    var number = new BigInteger(1, key.mac(PURPOSE, (subscriber + "\n" + alertId).getBytes(UTF_8)));
    var code = new StringBuilder(AlertCode.LENGTH);
    for (var i = 0; i < AlertCode.LENGTH; i++) {
      var parts = number.divideAndRemainder(BASE);
      code.append(AlertCode.ALPHABET.charAt(parts[1].intValue()));
      number = parts[0];
    }
    return code.toString();
  }
}
