package org.marsad.producer.sms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.marsad.message.DeliveryMeans;

/** An SMS as the JSON that every report is read from. */
final class SmsReport {
  /** A time that is later than now by more was yesterday: 23:50, sent at 00:05. */
  private static final Duration LATER_IS_YESTERDAY = Duration.ofHours(2);

  private static final int NOTE = 1_000;

  private SmsReport() {}

  /**
   * When it happened.
   *
   * @param now in the zone of the place
   */
  static ZonedDateTime when(SmsText said, ZonedDateTime now) {
    var at = said.at();
    if (at == null) {
      return (said.yesterday() ? now.minusDays(1) : now).truncatedTo(ChronoUnit.MINUTES);
    }
    var today = now.with(at);
    return said.yesterday() || today.isAfter(now.plus(LATER_IS_YESTERDAY))
        ? today.minusDays(1)
        : today;
  }

  /**
   * The report.
   *
   * @param text as it came
   */
  static ObjectNode json(SmsText said, String text, String localId, ZonedDateTime when) {
    var report = JsonNodeFactory.instance.objectNode();
    report.put("localId", localId);
    report.put("reality", said.reality().name());
    report.put("placeText", said.place());
    if (said.at() == null && said.yesterday()) {
      report.put("occurredFrom", when.toLocalDate().toString());
    } else {
      report.put("occurredFrom", when.toOffsetDateTime().toInstant().toString());
      report.put("timePrecision", "MINUTE");
    }
    said.counts()
        .forEach(
            (field, count) -> {
              var range = report.putObject(field).put("low", count.low());
              range.put("high", count.high()); // null counts as absent
            });
    var targets = report.putArray("targets");
    said.targets().forEach(target -> targets.add(target.name()));
    if (said.delivery() != DeliveryMeans.UNKNOWN) {
      report.put("delivery", said.delivery().name());
    }
    report.put("note", text.length() <= NOTE ? text : text.substring(0, NOTE));
    return report;
  }
}
