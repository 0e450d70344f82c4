package org.marsad.consumer.subscribers;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.schemas.yaml.YamlFields;

/** Reads the key that a subscriber shows for a confidential site. No fault repeats it. */
final class SiteKey {
  private static final Pattern FORM = Pattern.compile("[!-~]{1,4096}");
  private static final String EXPECTED = "printable ASCII without spaces";

  private SiteKey() {}

  /** Its SHA-256, 64 hexadecimal digits in lower case; null where it is absent or at fault. */
  static @Nullable String read(YamlFields fields, HiddenFields hidden) {
    return hidden.one(fields, "site-key", EXPECTED, SiteKey::hash);
  }

  private static String hash(String key) {
    if (!FORM.matcher(key).matches()) {
      throw new IllegalArgumentException("(hidden) (expected: " + EXPECTED + ")");
    }
    return TokenHash.of(key);
  }
}
