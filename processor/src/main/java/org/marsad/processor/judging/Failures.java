package org.marsad.processor.judging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What went wrong while several were asked: all are asked first, then the record fails as the first
 * of them did, so that a fault in one rule does not silence the others.
 */
final class Failures {
  private final List<RuntimeException> failures = new ArrayList<>();

  /** Asks all, then fails as the first that did. */
  static <T> void each(List<T> all, Consumer<T> ask) {
    var failures = new Failures();
    for (var one : all) {
      failures.guard(() -> ask.accept(one));
    }
    failures.raise();
  }

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
