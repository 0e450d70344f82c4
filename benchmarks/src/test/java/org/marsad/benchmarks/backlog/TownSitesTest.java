package org.marsad.benchmarks.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.marsad.message.AreaProfile;
import org.marsad.message.Site;
import org.marsad.message.SiteKind;

final class TownSitesTest {
  @Test
  void shouldGiveEachTownThreeHospitalsOneOfThemConfidentialAndOtherSites() {
    // When
    var towns = TownSites.in(BacklogAreas.all());
    // Then
    var ids = new HashSet<String>();
    assertThat(towns).hasSize(BacklogAreas.COUNT);
    assertThat(towns)
        .allSatisfy(
            town -> {
              assertThat(town.getSites())
                  .allMatch(site -> ids.add(site.getSiteId()))
                  .filteredOn(site -> site.getKind() == SiteKind.HOSPITAL)
                  .hasSize(3)
                  .filteredOn(Site::getConfidential)
                  .hasSize(1);
              assertThat(town.getSites())
                  .extracting(Site::getKind)
                  .contains(SiteKind.SCHOOL, SiteKind.MARKET);
            });
    assertThat(towns)
        .as("all else as it was")
        .extracting(TownSitesTest::without)
        .isEqualTo(BacklogAreas.all());
  }

  private static AreaProfile without(AreaProfile town) {
    return AreaProfile.newBuilder(town).clearSites().build();
  }
}
