package org.marsad.consumer.text;

import java.util.ArrayList;
import org.marsad.message.Alert;
import org.marsad.message.SurgeFacts;

/**
 * Whom a hospital has to expect: {@code expect 12 (5–23) within 90 min, 31 (15–90) within 24 h, a
 * third critical; 3 strikes up to 14:21, 1 of them estimated from killed}. Where the hour is not
 * known, the day comes first.
 */
final class SurgeText {
  private final Texts texts;
  private final AlertTime time;
  private final Amounts amounts;

  SurgeText(Texts texts, AlertTime time) {
    this.texts = texts;
    this.time = time;
    this.amounts = new Amounts(texts);
  }

  /**
   * The expectation with its inputs.
   *
   * @param areaName for the case that no hospital of it is open
   */
  String of(SurgeFacts surge, Alert alert, String areaName) {
    var soon = amounts.of(surge.getWithin90Minutes());
    var day = amounts.of(surge.getWithin24Hours());
    var inputs = inputs(surge, alert);
    if (!time.isHourKnown(surge, alert)) {
      var hour = amounts.withoutHour(surge);
      return surge.getSiteId() == null
          ? texts.of("surge.nowhere.day", areaName, day, hour, inputs)
          : texts.of("surge.expect.day", day, hour, inputs);
    }
    return surge.getSiteId() == null
        ? texts.of("surge.nowhere", areaName, soon, day, inputs)
        : texts.of("surge.expect", soon, day, inputs);
  }

  private String inputs(SurgeFacts surge, Alert alert) {
    var inputs = new ArrayList<String>();
    inputs.add(texts.counted("surge.strikes", surge.getStrikes(), time.asOf(surge, alert)));
    if (surge.getInjuredEstimated() > 0) {
      inputs.add(
          surge.getInjuredEstimated() == surge.getStrikes()
              ? texts.of("surge.estimated")
              : texts.of("surge.estimated.of", surge.getInjuredEstimated()));
    }
    if (surge.getUnreported() > 0) {
      inputs.add(texts.of("surge.unreported", surge.getUnreported()));
    }
    return texts.list(inputs);
  }
}
