package org.marsad.consumer.subscribers;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.schemas.yaml.YamlFields;

/** Reads where a receiver is: {@code url} and {@code own-network}. No fault repeats a URL. */
final class ReceiverReader {
  private static final Pattern ANY = Pattern.compile("(?s).+");

  private ReceiverReader() {}

  /** The receiver, or null where it is at fault, which the fields have noted. */
  static @Nullable Receiver read(YamlFields fields) {
    var ownNetwork = fields.flag("own-network", false);
    var expected =
        (ownNetwork ? "http or https" : "https") + "://host/path, without user, password, fragment";
    var text = fields.required("url", ANY, expected);
    if (text.isEmpty()) {
      return null;
    }
    var url = url(text, ownNetwork);
    if (url == null) {
      fields.fault("url", "unusable", expected); // may hold a password: not repeated
      return null;
    }
    if (!ownNetwork && !HostForm.mayBePublic(url.getHost())) {
      fields.fault("url", "not public", "a public address, or own-network: true");
      return null;
    }
    return new Receiver(url, ownNetwork);
  }

  private static @Nullable URI url(String text, boolean ownNetwork) {
    try {
      var url = new URI(text);
      var scheme = String.valueOf(url.getScheme());
      return url.getHost() != null
              && url.getRawUserInfo() == null
              && url.getRawFragment() == null
              && (scheme.equals("https") || (ownNetwork && scheme.equals("http")))
          ? url
          : null;
    } catch (URISyntaxException notOne) {
      return null;
    }
  }
}
