package org.marsad.consumer.operations.people;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Passwords as Argon2id hashes, with the parameters that OWASP names first: 19 MiB, 2 passes, 1
 * lane. Two are worked out at a time, so that a crowd at the door takes neither all memory nor all
 * processors.
 */
public final class Passwords {
  /** Fewest characters of a password. */
  public static final int SHORTEST = 12;

  /** Most characters of a password. */
  public static final int LONGEST = 128;

  /** The form of a hash in the file of users. */
  static final Pattern HASH =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=\\d{1,7},t=\\d{1,2},p=\\d{1,2}\\$[A-Za-z0-9+/]+\\$[A-Za-z0-9+/]+");

  private static final int KIBIBYTES = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final Argon2Function ARGON2 =
      Argon2Function.getInstance(KIBIBYTES, PASSES, LANES, HASH_BYTES, Argon2.ID);

  /** Looked at where there is no such user, so that the answer takes as long. */
  private static final String NOBODYS = hash(Secrets.generate());

  private static final Semaphore AT_A_TIME = new Semaphore(2);

  private Passwords() {}

  /**
   * The hash of a password, with a salt of its own.
   *
   * @throws IllegalArgumentException when the password is shorter or longer than allowed
   */
  public static String hash(String password) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      throw new IllegalArgumentException(
          "password: %d characters (expected: %d to %d)"
              .formatted(password.length(), SHORTEST, LONGEST));
    }
    return Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON2).getResult();
  }

  /**
   * Whether a password is the one of a hash. Takes as long where there is no hash.
   *
   * @param hash null: nobody's, no password is right
   */
  static boolean matches(String password, @Nullable String hash) {
    if (password.isEmpty() || password.length() > LONGEST) {
      return false;
    }
    var looked = hash == null ? NOBODYS : hash;
    AT_A_TIME.acquireUninterruptibly();
    try {
      var matches =
          Password.check(password, looked).with(Argon2Function.getInstanceFromHash(looked));
      return matches && hash != null;
    } finally {
      AT_A_TIME.release();
    }
  }
}
