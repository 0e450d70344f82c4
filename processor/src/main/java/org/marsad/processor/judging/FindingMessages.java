package org.marsad.processor.judging;

import java.util.List;
import org.marsad.message.Certainty;
import org.marsad.message.Finding;
import org.marsad.message.ReasonNumber;
import org.marsad.message.Rule;
import org.marsad.processor.mapping.Domain;

/** What all findings have. */
final class FindingMessages {
  private FindingMessages() {}

  static Finding.Builder of(
      Rule rule,
      org.marsad.processor.rules.Certainty certainty,
      String code,
      ReasonNumber... numbers) {
    return Finding.newBuilder()
        .setRule(rule)
        .setCertainty(Domain.to(Certainty.class, certainty))
        .setCode(code)
        .setNumbers(List.of(numbers));
  }
}
