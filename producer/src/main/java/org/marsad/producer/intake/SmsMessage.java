package org.marsad.producer.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.producer.report.FieldError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An SMS as a gateway passes it on.
 *
 * @param from the sender's number, as it came
 * @param text as it came
 * @param id the gateway's id of it; empty: none
 * @param sentAt null: the gateway did not say, or not so that it can be read
 */
record SmsMessage(String from, String text, String id, @Nullable Instant sentAt) {
  private static final Logger LOG = LoggerFactory.getLogger(SmsMessage.class);
  private static final int LONGEST = 2_000;
  private static final Pattern SECONDS = Pattern.compile("\\d{9,10}");
  private static final Pattern MILLISECONDS = Pattern.compile("\\d{12,13}");

  /**
   * Reads what a gateway says.
   *
   * @param said by name
   * @param fields what the gateway calls them
   * @param faults where a field is missing or too long, it is noted
   */
  static SmsMessage of(Map<String, String> said, SmsFields fields, List<Answer.Fault> faults) {
    return new SmsMessage(
        required(said, fields.from(), faults),
        required(said, fields.text(), faults),
        said.getOrDefault(fields.id(), "").strip(),
        time(said.getOrDefault(fields.time(), "").strip()));
  }

  private static String required(Map<String, String> said, String name, List<Answer.Fault> faults) {
    var value = said.getOrDefault(name, "");
    if (value.isBlank() || value.length() > LONGEST) {
      var expected = "text of 1 to " + LONGEST + " characters";
      faults.add(new Answer.Fault(0, new FieldError(name, value, expected)));
    }
    return value;
  }

  /** No message is lost for the form of its time: then it counts as sent when it came. */
  private static @Nullable Instant time(String text) {
    try {
      if (SECONDS.matcher(text).matches()) {
        return Instant.ofEpochSecond(Long.parseLong(text));
      }
      if (MILLISECONDS.matcher(text).matches()) {
        return Instant.ofEpochMilli(Long.parseLong(text));
      }
      return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      LOG.warn(
          "an SMS gateway's time cannot be read value={} (expected: seconds or milliseconds since"
              + " 1970, or 2026-03-01T10:00:20Z)",
          text.replaceAll("\\p{Cc}", " "));
      return null;
    }
  }
}
