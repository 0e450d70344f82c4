package org.marsad.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.marsad.processor.settings.Rules;

class TopologyDescriptionTest {
  private static final String APPROVED = "/approved-topology.txt";

  /**
   * A renamed store or processor abandons the state under its old name: whoever means it approves
   * it by changing the file.
   */
  @Test
  void shouldBeTheApprovedTopology() throws IOException {
    var described = new MarsadTopology(Scene.TOPICS, Rules.DEFAULTS).build().describe().toString();
    try (var approved = TopologyDescriptionTest.class.getResourceAsStream(APPROVED)) {
      assertThat(approved).as(APPROVED).isNotNull();
      assertThat(described)
          .isEqualToNormalizingNewlines(
              new String(approved.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
