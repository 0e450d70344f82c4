package org.marsad.producer.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.marsad.schemas.settings.PrivateFiles;
import org.marsad.schemas.settings.SettingsException;

/**
 * Names to pseudonyms: {@code src-} and the first 10 characters (50 bits) of the base32 of
 * HMAC-SHA256(key, name). Who has the key can tell whose a pseudonym is; who loses it can no longer
 * tie new reports to old ones. Safe for use by many threads.
 */
public final class Pseudonyms {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int LENGTH = 10;
  private static final int LEAST_KEY = 32;

  private final SecretKeySpec key;

  private Pseudonyms(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * With the key in a file: any text of at least 32 characters.
   *
   * @throws SettingsException when it is shorter
   * @throws IOException when it cannot be read
   */
  public static Pseudonyms read(Path keyFile) throws IOException {
    var key = Files.readString(keyFile, StandardCharsets.UTF_8).strip();
    if (key.length() < LEAST_KEY) {
      throw new SettingsException(
          List.of(
              "intake.pseudonym.key.file: key of "
                  + key.length()
                  + " characters (expected: at least "
                  + LEAST_KEY
                  + ")"));
    }
    return new Pseudonyms(key.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes a new random key to a file that its owner alone may read.
   *
   * @throws IOException when it cannot be written, or exists
   */
  public static void createKey(Path keyFile) throws IOException {
    PrivateFiles.create(keyFile, SourceTokens.generate());
  }

  /** The pseudonym of a name: the same for the same name and key. */
  public String of(String name) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return "src-" + base32(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** The first characters of the base32 (RFC 4648, lower case) of some bytes. */
  private static String base32(byte[] bytes) {
    var text = new StringBuilder(LENGTH);
    for (var i = 0; i < LENGTH; i++) {
      var bits = 0;
      for (var bit = i * 5; bit < i * 5 + 5; bit++) {
        bits = (bits << 1) | ((bytes[bit / 8] >> (7 - bit % 8)) & 1);
      }
      text.append(BASE32.charAt(bits));
    }
    return text.toString();
  }
}
