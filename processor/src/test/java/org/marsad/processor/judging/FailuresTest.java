package org.marsad.processor.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailuresTest {
  @Test
  void shouldAskEveryRuleThoughSomeFailAndFailAsTheFirst() {
    var asked = new ArrayList<String>();
    var failures = new Failures();
    for (var rule : List.of("records", "waves", "surges")) {
      failures.guard(
          () -> {
            asked.add(rule);
            if (!rule.equals("waves")) {
              throw new IllegalStateException(rule);
            }
          });
    }
    assertThatThrownBy(failures::raise)
        .hasMessage("records")
        .satisfies(e -> assertThat(e.getSuppressed()).extracting("message").containsOnly("surges"));
    assertThat(asked).containsExactly("records", "waves", "surges");
  }

  @Test
  void shouldNotFailWhereNothingFailed() {
    new Failures().raise();
  }
}
