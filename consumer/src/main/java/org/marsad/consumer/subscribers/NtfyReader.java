package org.marsad.consumer.subscribers;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.schemas.yaml.YamlFields;

/** Reads a channel of type ntfy. */
final class NtfyReader {
  private static final Pattern TOPIC = Pattern.compile("[-_A-Za-z0-9]{1,64}");
  private static final String FORM = "1 to 64 of A-Z, a-z, 0-9, '-', '_'";

  private NtfyReader() {}

  static @Nullable ChannelSettings read(YamlFields fields, String name, HiddenFields hidden) {
    var receiver = ReceiverReader.read(fields);
    var topic = hidden.one(fields, "topic", FORM, NtfyReader::topic);
    var token = hidden.token(fields);
    if (!fields.has("topic") && !fields.has("topic-file")) {
      fields.fault("topic", "absent", "topic or topic-file");
    }
    return receiver == null || topic == null
        ? null
        : new ChannelSettings.Ntfy(name, receiver, topic, token);
  }

  private static Hidden topic(String text) {
    if (!TOPIC.matcher(text).matches()) {
      throw new IllegalArgumentException("(hidden) (expected: " + FORM + ")");
    }
    return new Hidden(text);
  }
}
