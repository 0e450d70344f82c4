package org.marsad.processor.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.message.Alert;
import org.marsad.message.Reality;
import org.marsad.message.SubjectKind;

/**
 * Whatever is said in a town, nothing that the processor tells others depends on its confidential
 * sites: the same probes where they stand, where they stand elsewhere and where there are none.
 */
class ConfidentialSiteAttackTest {
  private static final int TOWNS = 12;
  private static final int STEPS = 50;

  @TempDir private Path folder;

  @Test
  void shouldTellOthersTheSameWhereverConfidentialSitesStand() {
    var told = new ArrayList<Alert>();
    for (var seed = 0; seed < TOWNS; seed++) {
      var withoutThem = heard(seed, HiddenTown.ABSENT, told);
      assertThat(told.stream().filter(alert -> !isOfAHiddenSite(alert))).isEmpty();
      for (var town : Set.of(HiddenTown.PRESENT, HiddenTown.MOVED)) {
        assertThat(firstDifference(heard(seed, town, told), withoutThem))
            .as("town %d, sites %s", seed, town)
            .isEmpty();
      }
    }
    // and the sites were told, of what is real
    var kinds = new TreeSet<SubjectKind>();
    told.forEach(alert -> kinds.add(alert.getSubject().getKind()));
    assertThat(kinds).containsExactlyInAnyOrder(SubjectKind.SITE, SubjectKind.HOSPITAL);
    assertThat(told).extracting(Alert::getReality).containsOnly(Reality.ACTUAL);
  }

  private List<String> heard(long seed, HiddenTown town, List<Alert> told) {
    try (var ear = new PublicEar(folder)) {
      new RandomProbes(seed, town, ear).run(STEPS);
      told.addAll(ear.privately());
      assertThat(ear.privately().isEmpty() || town.hasTheSites()).isTrue();
      return ear.heard();
    }
  }

  private static String firstDifference(List<String> one, List<String> other) {
    for (var i = 0; i < Math.max(one.size(), other.size()); i++) {
      var line = i < one.size() ? one.get(i) : "nothing";
      var otherLine = i < other.size() ? other.get(i) : "nothing";
      if (!line.equals(otherLine)) {
        return "record %d:\n  %s\nwithout the sites:\n  %s".formatted(i, line, otherLine);
      }
    }
    return "";
  }

  private static boolean isOfAHiddenSite(Alert alert) {
    return String.valueOf(alert.getAddressee()).startsWith("hidden-");
  }
}
