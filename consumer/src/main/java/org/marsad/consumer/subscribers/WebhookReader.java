package org.marsad.consumer.subscribers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.schemas.yaml.YamlFields;

/** Reads a channel of type webhook. */
final class WebhookReader {
  private static final String FORM = "whsec_ and the base64 of 24 to 64 bytes";

  private WebhookReader() {}

  static @Nullable ChannelSettings read(YamlFields fields, String name, HiddenFields hidden) {
    var receiver = ReceiverReader.read(fields);
    var secrets = secrets(fields, hidden);
    return receiver == null || secrets.isEmpty()
        ? null
        : new ChannelSettings.Webhook(name, receiver, secrets);
  }

  /** The current one first; empty where any is at fault. */
  private static List<Secret> secrets(YamlFields fields, HiddenFields hidden) {
    return hidden.oneOrMore(fields, "secret", FORM, Secret::of);
  }
}
