package org.marsad.consumer.subscribers;

import org.jspecify.annotations.Nullable;
import org.marsad.schemas.yaml.YamlFields;

/** Reads a channel of type alertmanager. */
final class AlertmanagerReader {
  private AlertmanagerReader() {}

  static @Nullable ChannelSettings read(YamlFields fields, String name, HiddenFields hidden) {
    var receiver = ReceiverReader.read(fields);
    var token = hidden.token(fields);
    return receiver == null ? null : new ChannelSettings.Alertmanager(name, receiver, token);
  }
}
