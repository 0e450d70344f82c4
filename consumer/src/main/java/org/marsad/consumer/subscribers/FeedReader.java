package org.marsad.consumer.subscribers;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.schemas.yaml.YamlFields;

/** Reads a channel of type feed. */
final class FeedReader {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final String FORM = "the token's SHA-256, 64 of 0-9, a-f";

  private FeedReader() {}

  static @Nullable ChannelSettings read(YamlFields fields, String name) {
    var hash = fields.hidden("token-sha256", FORM);
    if (hash != null && SHA256.matcher(hash).matches()) {
      return new ChannelSettings.Feed(name, hash);
    }
    fields.fault("token-sha256", hash == null ? "absent" : "(hidden)", FORM);
    return null;
  }
}
