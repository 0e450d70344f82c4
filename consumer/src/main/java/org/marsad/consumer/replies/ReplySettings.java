package org.marsad.consumer.replies;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.subscribers.TokenHash;
import org.marsad.schemas.settings.Settings;
import org.marsad.schemas.settings.SettingsException;

/**
 * How those who were told can answer.
 *
 * @param key that links and codes are made with; null: neither are
 * @param base where receivers reach our routes, without a slash at its end; null: no links
 * @param smsTokenSha256 SHA-256 of the token that the intake hands SMS on with, 64 hexadecimal
 *     digits; null: it hands none on over HTTP
 * @param codes whether an SMS carries a code to answer by
 */
public record ReplySettings(
    @Nullable ReplyKey key,
    @Nullable URI base,
    @Nullable String smsTokenSha256,
    BooleanSupplier codes) {
  /** Nobody can answer by link or SMS. */
  public static final ReplySettings NONE = new ReplySettings(null, null, null, () -> false);

  public static final String KEY_FILE = "reply.key.file";
  public static final String BASE_URL = "reply.base.url";
  public static final String SMS_TOKEN_FILE = "reply.sms.token.file";

  private static final String BASE_FORM = "http(s)://host[:port][/path], without user or query";
  private static final int LEAST_CHARACTERS = 32;

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
            SMS_TOKEN_FILE,
            ConfigDef.Type.STRING,
            "",
            Importance.MEDIUM,
            "File with the token that the intake hands SMS on with. Empty: an SMS has no code.");
  }

  /**
   * Reads the settings.
   *
   * @throws SettingsException with every fault
   * @throws IOException where the key or the token cannot be read
   */
  public static ReplySettings of(Settings settings) throws IOException {
    var file = settings.text(KEY_FILE);
    var faults = new ArrayList<String>();
    var base = base(settings.text(BASE_URL), faults);
    var tokenFile = settings.text(SMS_TOKEN_FILE);
    if (file.isEmpty() && (base != null || !tokenFile.isEmpty())) {
      faults.add(KEY_FILE + ": absent (expected: a file, for links and codes)");
    }
    var hash = tokenFile.isEmpty() ? null : hash(Path.of(tokenFile), faults);
    if (!faults.isEmpty()) {
      throw new SettingsException(faults);
    }
    return file.isEmpty()
        ? NONE
        : new ReplySettings(ReplyKey.read(Path.of(file)), base, hash, () -> hash != null);
  }

  /**
   * The same, where the intake of this JVM hands SMS on.
   *
   * @param takesSms whether a gateway passes on what it receives; safe from any thread
   */
  public ReplySettings withCodes(BooleanSupplier takesSms) {
    return new ReplySettings(key, base, smsTokenSha256, takesSms);
  }

  /** What goes out with messages. */
  public ReplyOffer offer() {
    return key == null ? ReplyOffer.NONE : ReplyOffer.of(key, base, codes);
  }

  private static String hash(Path tokenFile, List<String> faults) throws IOException {
    var token = Files.readString(tokenFile, UTF_8).strip();
    if (token.length() < LEAST_CHARACTERS) {
      faults.add(
          "%s: token of %d characters (expected: at least %d)"
              .formatted(SMS_TOKEN_FILE, token.length(), LEAST_CHARACTERS));
    }
    return TokenHash.of(token);
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
