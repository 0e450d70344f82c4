package org.marsad.consumer.operations.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.operations.explain.Explained.residential;
import static org.marsad.consumer.operations.explain.Messages.evidence;
import static org.marsad.consumer.operations.explain.Messages.town;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.marsad.message.ResidentialBasis;

class SummaryTest {
  @Test
  void shouldSayAnAlertInBothLanguages() {
    // Given
    var alert = residential(ResidentialBasis.MAP, "LAND_USE_RESIDENTIAL").build();
    var evidence = evidence(List.of(alert), town("x", 36.2), List.of(), List.of());
    // When
    var english = Summary.of(evidence, alert, Locale.ENGLISH);
    var arabic = Summary.of(evidence, alert, Locale.forLanguageTag("ar"));
    // Then
    assertThat(english.language()).isEqualTo("en");
    assertThat(english.headline()).startsWith("Mill, Town");
    assertThat(arabic.language()).isEqualTo("ar");
    assertThat(arabic.description())
        .isNotEmpty()
        .allMatch(line -> line.matches("(?s).*\\p{IsArabic}.*"));
    assertThat(arabic.json().toString()).startsWith("{\"language\":\"ar\",\"headline\":");
  }
}
