package org.marsad.consumer.operations.explain;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.marsad.message.Finding;

/** The numbers that a finding rests on, by name. */
final class Numbers {
  private Numbers() {}

  /** A whole number; empty where the finding has none of this name. */
  static OptionalLong of(Finding finding, String name) {
    var number = exactly(finding, name);
    return number.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(Math.round(number.getAsDouble()));
  }

  /** A number as it is; empty where the finding has none of this name. */
  static OptionalDouble exactly(Finding finding, String name) {
    return finding.getNumbers().stream()
        .filter(number -> number.getName().equals(name))
        .mapToDouble(number -> number.getValue())
        .findFirst();
  }
}
