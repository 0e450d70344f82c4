package org.marsad.consumer.fanout.replies;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.jspecify.annotations.Nullable;
import org.marsad.schemas.settings.Settings;
import org.marsad.schemas.settings.SettingsException;

/**
 * How those who were told can answer.
 *
 * @param key that links and codes are made with; null: neither are
 * @param base where receivers reach our routes, without a slash at its end; null: no links
 * @param smsTokenSha256 SHA-256 of the SMS gateway's token, 64 hexadecimal digits; null: no SMS
 */
public record ReplySettings(
    @Nullable ReplyKey key, @Nullable URI base, @Nullable String smsTokenSha256) {
  /** Nobody can answer by link or SMS. */
  public static final ReplySettings NONE = new ReplySettings(null, null, null);

  public static final String KEY_FILE = "reply.key.file";
  public static final String BASE_URL = "reply.base.url";
  public static final String SMS_TOKEN_SHA256 = "reply.sms.token.sha256";

  private static final String BASE_FORM = "http(s)://host[:port][/path], without user or query";
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  /** Adds the keys, all with defaults, to a part's settings. */
  public static ConfigDef define(ConfigDef definition) {
    return definition
        .define(
            KEY_FILE,
            ConfigDef.Type.STRING,
            "",
            Importance.HIGH,
            "File with the key of reply links and codes, at least 32 characters. Empty: none.")
        .define(
            BASE_URL,
            ConfigDef.Type.STRING,
            "",
            Importance.HIGH,
            "Where receivers reach this server. Empty: messages carry no links.")
        .define(
            SMS_TOKEN_SHA256,
            ConfigDef.Type.STRING,
            "",
            Importance.MEDIUM,
            "SHA-256 (hex) of the token that the SMS gateway posts replies with. Empty: no codes.");
  }

  /**
   * Reads the settings.
   *
   * @throws SettingsException with every fault
   * @throws IOException where the key cannot be read
   */
  public static ReplySettings of(Settings settings) throws IOException {
    var file = settings.text(KEY_FILE);
    var faults = new ArrayList<String>();
    var base = base(settings.text(BASE_URL), faults);
    var hash = settings.text(SMS_TOKEN_SHA256);
    if (!hash.isEmpty() && !SHA256.matcher(hash).matches()) {
      faults.add(SMS_TOKEN_SHA256 + ": unusable (expected: 64 hexadecimal digits, lower case)");
    }
    if (file.isEmpty() && (base != null || !hash.isEmpty())) {
      faults.add(KEY_FILE + ": absent (expected: a file, for links and codes)");
    }
    if (!faults.isEmpty()) {
      throw new SettingsException(faults);
    }
    return file.isEmpty()
        ? NONE
        : new ReplySettings(ReplyKey.read(Path.of(file)), base, hash.isEmpty() ? null : hash);
  }

  /** What goes out with messages. */
  public ReplyOffer offer() {
    return key == null ? ReplyOffer.NONE : ReplyOffer.of(key, base, smsTokenSha256 != null);
  }

  private static @Nullable URI base(String text, List<String> faults) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      var url = new URI(text.replaceAll("/+$", ""));
      var scheme = String.valueOf(url.getScheme());
      if (url.getHost() != null
          && url.getRawUserInfo() == null
          && url.getRawQuery() == null
          && url.getRawFragment() == null
          && (scheme.equals("https") || scheme.equals("http"))) {
        return url;
      }
    } catch (URISyntaxException notOne) {
      // told below, with what was expected
    }
    faults.add(BASE_URL + ": unusable (expected: " + BASE_FORM + ")");
    return null;
  }
}
