package org.marsad.consumer.replies;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.marsad.schemas.settings.PrivateFiles;
import org.marsad.schemas.settings.SettingsException;

/**
 * The key that links and codes are made with, the same for all instances. Who has it can answer for
 * everybody, so its file is its owner's alone; a new one makes earlier links and codes void.
 *
 * <p>Safe for several threads.
 */
public final class ReplyKey {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int LEAST_CHARACTERS = 32;
  private static final int BYTES = 32;

  private final SecretKeySpec key;

  private ReplyKey(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * A key of some text.
   *
   * @throws SettingsException where it has less than 32 characters; the message does not repeat it
   */
  public static ReplyKey of(String text) {
    if (text.length() < LEAST_CHARACTERS) {
      throw new SettingsException(
          List.of(
              "reply.key.file: key of %d characters (expected: at least %d)"
                  .formatted(text.length(), LEAST_CHARACTERS)));
    }
    return new ReplyKey(text.getBytes(UTF_8));
  }

  /**
   * The key in a file.
   *
   * @throws SettingsException where it is too short
   * @throws IOException where it cannot be read
   */
  public static ReplyKey read(Path file) throws IOException {
    return of(Files.readString(file, UTF_8).strip());
  }

  /**
   * Writes a new random key to a file that its owner alone may read.
   *
   * @throws IOException where it cannot be written, or exists
   */
  public static void create(Path file) throws IOException {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    PrivateFiles.create(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /**
   * HMAC-SHA256 of some bytes.
   *
   * @param purpose keeps what is made for one purpose from serving another; a constant
   */
  byte[] mac(String purpose, byte[] bytes) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(purpose.getBytes(UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  @Override
  public String toString() {
    return "[hidden]";
  }
}
