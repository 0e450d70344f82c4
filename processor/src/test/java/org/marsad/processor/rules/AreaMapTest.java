package org.marsad.processor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AreaMapTest {
  private static final AreaMap MAP =
      new AreaMap(
          ZoneOffset.UTC,
          null,
          null,
          Map.of(),
          List.of(
              site("public", false, false),
              site("hidden", true, false),
              site("made-up", false, true),
              site("hidden-and-made-up", true, true)));

  @Test
  void shouldCountMadeUpSitesInRehearsalsAloneAndConfidentialOnesInTheWorldAlone() {
    assertThat(MAP.in(true).sites()).extracting(Site::id).containsExactly("hidden", "public");
    assertThat(MAP.in(false).sites()).extracting(Site::id).containsExactly("made-up", "public");
  }

  @Test
  void shouldTellTheSitesThatAnybodyMayKnowFromThoseThatNobodyMay() {
    assertThat(MAP.publicSites()).extracting(Site::id).containsExactly("made-up", "public");
    assertThat(MAP.confidentialSites())
        .extracting(Site::id)
        .containsExactly("hidden", "hidden-and-made-up");
  }

  @Test
  void shouldKnowNoSiteOfAnAreaWithoutAProfile() {
    assertThat(AreaMap.UNKNOWN.in(true).sites()).isEmpty();
  }

  private static Site site(String id, boolean confidential, boolean fictional) {
    var here = new GeoPoint(36.2, 37.16);
    return new Site(id, SiteKind.HOSPITAL, here, null, confidential, fictional);
  }
}
