package org.marsad.consumer.channels.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.marsad.consumer.subscribers.Secret;

/** The signature of Standard Webhooks 1.0.0: HMAC-SHA256 over {@code id.timestamp.body}. */
final class Signature {
  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /**
   * The value of the header {@code webhook-signature}: one signature a secret, so that a receiver
   * that still has the earlier secret, or already the next, finds one that it can verify.
   *
   * @param id the header {@code webhook-id}
   * @param at time of the attempt, sent in seconds as {@code webhook-timestamp}
   * @param body the bytes that are sent
   */
  static String of(List<Secret> secrets, String id, Instant at, byte[] body) {
    return secrets.stream().map(secret -> of(secret, id, at, body)).collect(joining(" "));
  }

  private static String of(Secret secret, String id, Instant at, byte[] body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.key(), ALGORITHM));
      mac.update((id + "." + at.getEpochSecond() + ".").getBytes(UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java has HmacSHA256
    }
  }
}
