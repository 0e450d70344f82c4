package org.marsad.producer.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Site;

/** Who may speak for a confidential site: whoever shows its key. */
final class SiteKeys {
  private SiteKeys() {}

  /**
   * Whether a key opens a site. Every key opens a public site; none opens a confidential one that
   * has no key. An unknown site takes as long as a wrong key.
   *
   * @param site null where there is none of that id
   * @param key as it was shown; null where none was
   */
  static boolean opens(@Nullable Site site, @Nullable String key) {
    var hash = site == null ? null : site.getKeySha256();
    var shown = bytes(SourceTokens.hash(key == null ? "" : key));
    var isRight = MessageDigest.isEqual(shown, bytes(hash == null ? "" : hash));
    return site != null && (!site.getConfidential() || (key != null && isRight));
  }

  private static byte[] bytes(String hash) {
    return hash.getBytes(StandardCharsets.US_ASCII);
  }
}
