package org.marsad.consumer.subscribers;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.schemas.yaml.YamlFields;

/** Reads one step of a subscriber's escalation. */
final class EscalationReader {
  private static final Pattern ANY = Pattern.compile("(?s).+");
  private static final String AFTER = "more than zero, such as PT5M";

  private EscalationReader() {}

  /** The step, or null where it is at fault, which the fields have noted. */
  static @Nullable Escalation read(YamlFields fields) {
    var after = fields.parsed("after", AFTER, EscalationReader::positive);
    fields.faultIfAbsent("after", AFTER);
    var channel = fields.optional("channel", ANY, "name of a channel");
    var subscriber = fields.optional("subscriber", ANY, "id of a subscriber");
    if ((channel == null) == (subscriber == null)) {
      var value = channel == null ? "absent" : channel;
      fields.fault("channel", value, "either channel or subscriber");
      return null;
    }
    if (after == null) {
      return null;
    }
    return channel == null
        ? new Escalation.ToSubscriber(after, String.valueOf(subscriber))
        : new Escalation.ToChannel(after, channel);
  }

  private static Duration positive(String text) {
    var duration = Duration.parse(text);
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException("after: " + text + " (expected: more than zero)");
    }
    return duration;
  }
}
