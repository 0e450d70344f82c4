package org.marsad.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgeStrikesTest {
  @Test
  void shouldAskEveryRuleThoughSomeFailAndFailAsTheFirst() {
    var asked = new ArrayList<String>();
    assertThatThrownBy(
            () ->
                JudgeStrikes.each(
                    List.of("records", "waves", "surges"),
                    rule -> {
                      asked.add(rule);
                      if (!rule.equals("waves")) {
                        throw new IllegalStateException(rule);
                      }
                    }))
        .hasMessage("records")
        .satisfies(e -> assertThat(e.getSuppressed()).extracting("message").containsOnly("surges"));
    assertThat(asked).containsExactly("records", "waves", "surges");
  }
}
