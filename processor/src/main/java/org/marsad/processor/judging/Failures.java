package org.marsad.processor.judging;

import java.util.ArrayList;
import java.util.List;

/**
 * What went wrong while several were asked: all are asked first, then the record fails as the first
 * of them did, so that a fault in one rule does not silence the others.
 */
final class Failures {
  private final List<RuntimeException> failures = new ArrayList<>();

  void guard(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      failures.add(e);
    }
  }

  void add(RuntimeException failure) {
    failures.add(failure);
  }

  void raise() {
    if (!failures.isEmpty()) {
      var first = failures.get(0);
      failures.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
  }
}
