package org.marsad.consumer.channels;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A stable name of something, from which nobody without the key can tell of what. */
public final class Pseudonym {
  private static final String ALGORITHM = "HmacSHA256";

  private Pseudonym() {}

  /**
   * Hexadecimal digits, always the same for the same key and name.
   *
   * @param key not empty
   * @param bytes of the name, 1 to 32; two digits each
   */
  public static String of(String key, String name, int bytes) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(name.getBytes(UTF_8)), 0, bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java has HmacSHA256
    }
  }
}
