package org.marsad.schemas.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadinessTest {
  @Test
  void shouldSayWhyItIsNotReadyAndWhatIsToBeMended() {
    var well = new Readiness(Optional.empty(), List.of());
    assertThat(well.status()).isEqualTo(200);
    assertThat(well.json()).isEqualTo("{\"ready\":true}");
    var warnings = List.of(Warning.refused("subscribers", List.of("line 2: crew-east")));
    var ill = new Readiness(Optional.of("the disk is full"), warnings);
    assertThat(ill.status()).isEqualTo(503);
    assertThat(ill.json())
        .isEqualTo(
            "{\"ready\":false,\"reason\":\"the disk is full\",\"warnings\":[\"subscribers: the"
                + " changed file is refused (faults: 1), and those before stay in force\"]}");
  }
}
