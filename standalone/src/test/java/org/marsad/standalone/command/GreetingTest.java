package org.marsad.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class GreetingTest {
  @Test
  void shouldSayWhatIsLoadedAndWhatIsMissing() {
    assertThat(Greeting.of("up", List.of(), "http://127.0.0.1:8080"))
        .isEqualTo("up · 0 areas · no hospitals · http://127.0.0.1:8080");
    assertThat(Greeting.second(4, 1, "127.0.0.1:9092", Path.of("data")))
        .isEqualTo("4 sources · 1 subscriber · broker 127.0.0.1:9092 · data data");
    assertThat(Greeting.missing(List.of(), 1, false, false))
        .contains(
            "missing: hospitals (./marsad sites add); sources beside the operator here (./marsad"
                + " sources add); users of the page beside the operator here (./marsad users add);"
                + " subscribers.yaml: this terminal alone is told (write it: who is told changes"
                + " within seconds)");
    assertThat(Greeting.missing(List.of(), 2, true, true))
        .contains("missing: hospitals (./marsad sites add)");
  }
}
