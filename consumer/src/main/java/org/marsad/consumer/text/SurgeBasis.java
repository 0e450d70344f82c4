package org.marsad.consumer.text;

import java.util.ArrayList;
import org.marsad.message.SurgeFacts;

/** What an expectation rests on: for how many strikes the injured are reported or estimated. */
final class SurgeBasis {
  private final Texts texts;

  SurgeBasis(Texts texts) {
    this.texts = texts;
  }

  String of(SurgeFacts surge) {
    var basis = new ArrayList<String>();
    if (surge.getInjuredReported() > 0) {
      basis.add(texts.of("surge.reported", strikes(surge.getInjuredReported())));
    }
    if (surge.getInjuredEstimated() > 0) {
      basis.add(texts.of("surge.estimates", strikes(surge.getInjuredEstimated())));
    }
    if (surge.getUnreported() > 0) {
      basis.add(texts.of("surge.floor", strikes(surge.getUnreported())));
    }
    return texts.list(basis);
  }

  private String strikes(int number) {
    return texts.counted("strikes.of", number);
  }
}
