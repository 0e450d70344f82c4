package org.marsad.processor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AreaMapTest {
  @Test
  void namesHospitalsAloneInTheOrderOfTheirIds() {
    var others =
        Arrays.stream(SiteKind.values())
            .filter(kind -> kind != SiteKind.HOSPITAL)
            .map(kind -> site("a-" + kind, kind));
    var hospitals = Stream.of(site("m-2", SiteKind.HOSPITAL), site("m-1", SiteKind.HOSPITAL));
    var map = map(Stream.concat(others, hospitals).toList());

    assertThat(map.hospitals()).extracting(Site::id).containsExactly("m-1", "m-2");
  }

  @Test
  void anAreaWithoutAProfileHasNoHospital() {
    assertThat(AreaMap.UNKNOWN.hospitals()).isEmpty();
  }

  private static AreaMap map(List<Site> sites) {
    return new AreaMap(ZoneOffset.UTC, null, null, Map.of(), sites);
  }

  private static Site site(String id, SiteKind kind) {
    return new Site(id, kind, new GeoPoint(36.2, 37.16), null, false);
  }
}
