package org.marsad.consumer.subscribers;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.schemas.yaml.YamlFields;

/** Reads one channel of a subscriber. */
final class ChannelReader {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
  private static final Pattern TYPE =
      Pattern.compile("webhook|alertmanager|ntfy|sms|email|feed|terminal");

  private static final String TYPES = "webhook, alertmanager, ntfy, sms, email, feed or terminal";

  private final HiddenFields hidden;

  ChannelReader(Path folder) {
    this.hidden = new HiddenFields(folder);
  }

  /** The channel, or null where it is at fault, which the fields have noted. */
  @Nullable ChannelSettings read(YamlFields fields) {
    var type = fields.required("type", TYPE, TYPES);
    var given = fields.optional("name", NAME, "1 to 64 of a-z, 0-9, '.', '_', '-'");
    var name = given == null ? type : given;
    return switch (type) {
      case "webhook" -> WebhookReader.read(fields, name, hidden);
      case "alertmanager" -> AlertmanagerReader.read(fields, name, hidden);
      case "ntfy" -> NtfyReader.read(fields, name, hidden);
      case "sms" -> SmsReader.read(fields, name, hidden);
      case "email" -> EmailReader.read(fields, name, hidden);
      case "feed" -> FeedReader.read(fields, name);
      case "terminal" -> new ChannelSettings.Terminal(name);
      default -> null;
    };
  }
}
