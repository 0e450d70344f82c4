package org.marsad.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandaloneTest {
  @Test
  void shouldAnswerUnderTheNameOfTheReplyLinksToo() {
    // Given
    var replies = URI.create("https://marsad.example.org:8443/replies");
    // Then
    assertThat(Standalone.pageNames(List.of("ops.example.org"), replies))
        .containsExactly("ops.example.org", "marsad.example.org");
    assertThat(Standalone.pageNames(List.of(), null)).isEmpty();
  }
}
