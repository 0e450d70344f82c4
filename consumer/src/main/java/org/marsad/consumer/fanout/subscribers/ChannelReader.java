package org.marsad.consumer.fanout.subscribers;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one channel of a subscriber. */
final class ChannelReader {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
  private static final Pattern ANY = Pattern.compile("(?s).+");
  private static final Pattern TYPE = Pattern.compile("webhook|terminal");
  private static final String SECRET = "whsec_ and the base64 of 24 to 64 bytes";

  private final Path folder;

  ChannelReader(Path folder) {
    this.folder = folder;
  }

  /** The channel, or null where it is at fault, which the fields have noted. */
  @Nullable ChannelSettings read(Fields fields) {
    var type = fields.required("type", TYPE, "webhook or terminal");
    var given = fields.optional("name", NAME, "1 to 64 of a-z, 0-9, '.', '_', '-'");
    var name = given == null ? type : given;
    return switch (type) {
      case "webhook" -> webhook(fields, name);
      case "terminal" -> new ChannelSettings.Terminal(name);
      default -> null;
    };
  }

  private @Nullable ChannelSettings webhook(Fields fields, String name) {
    var ownNetwork = fields.flag("own-network", false);
    var url = url(fields, ownNetwork);
    var secret = secret(fields);
    return url == null || secret == null
        ? null
        : new ChannelSettings.Webhook(name, url, secret, ownNetwork);
  }

  private static @Nullable URI url(Fields fields, boolean ownNetwork) {
    var expected =
        (ownNetwork ? "http or https" : "https") + "://host/path, without user, password, fragment";
    var text = fields.required("url", ANY, expected);
    if (text.isEmpty()) {
      return null;
    }
    try {
      var url = new URI(text);
      var scheme = String.valueOf(url.getScheme());
      if (url.getHost() != null
          && url.getRawUserInfo() == null
          && url.getRawFragment() == null
          && (scheme.equals("https") || (ownNetwork && scheme.equals("http")))) {
        return url;
      }
    } catch (URISyntaxException notOne) {
      // told below, with what was expected
    }
    fields.fault("url", "unusable", expected); // may hold a password: not repeated
    return null;
  }

  private @Nullable Secret secret(Fields fields) {
    var text = fields.hidden("secret", SECRET);
    var file = fields.optional("secret-file", ANY, "path of a file");
    if ((text == null) == (file == null)) {
      fields.fault("secret", text == null ? "absent" : "(hidden)", "secret or secret-file");
      return null;
    }
    var name = text == null ? "secret-file" : "secret";
    try {
      return Secret.of(
          file == null ? String.valueOf(text) : Files.readString(folder.resolve(file)).strip());
    } catch (IOException e) {
      fields.fault(name, String.valueOf(file), "a readable file that holds " + SECRET);
    } catch (IllegalArgumentException e) {
      fields.fault(name, "(hidden)", SECRET);
    }
    return null;
  }
}
