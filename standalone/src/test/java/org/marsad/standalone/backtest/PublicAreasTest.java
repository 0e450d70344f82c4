package org.marsad.standalone.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.message.AreaProfile;
import org.marsad.message.Site;
import org.marsad.producer.places.Gazetteer;

class PublicAreasTest {
  @Test
  void shouldForgetAHospitalEverywhereWhereOneAreaCallsItConfidential() throws IOException {
    // Given two areas that list one hospital, which only one of them hides
    var aleppo = area("aleppo");
    var open = aleppo.getSites().get(0);
    var hidden = Site.newBuilder(open).setConfidential(true).build();
    var homs = AreaProfile.newBuilder(area("homs")).setSites(List.of(hidden)).build();
    // When
    var areas = PublicAreas.of(List.of(aleppo, homs));
    // Then
    var others = new ArrayList<>(aleppo.getSites());
    others.remove(open);
    assertThat(areas.get(0).getSites()).isEqualTo(others).isNotEmpty();
    assertThat(areas.get(1).getSites()).isEmpty();
    assertThat(areas.get(0).getNeighbourhoods()).isEqualTo(aleppo.getNeighbourhoods());
  }

  private static AreaProfile area(String code) throws IOException {
    return Gazetteer.bundled().areas().stream()
        .filter(area -> area.getCode().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
