package org.marsad.standalone.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing that others get depends on a confidential hospital: the same probes are run where it
 * stands, where it stands elsewhere and where there is none, and all that anybody but the site and
 * the administrator can get is compared byte by byte.
 */
class ConfidentialSiteAttackIT {
  private static final int BEFORE = 200;
  private static final int AFTER = 400;

  @TempDir private Path folder;

  @Test
  void shouldTellNobodyElseWhetherAndWhereAConfidentialHospitalStands() throws Exception {
    // When the same is tried in every world
    var beside = Executors.newFixedThreadPool(SiteWorld.values().length);
    var presentLoot = beside.submit(() -> lootOf(SiteWorld.PRESENT));
    var movedLoot = beside.submit(() -> lootOf(SiteWorld.MOVED));
    var absentLoot = beside.submit(() -> lootOf(SiteWorld.ABSENT));
    beside.shutdown();
    var present = presentLoot.get();
    var moved = movedLoot.get();
    var absent = absentLoot.get();
    // Then the site is told what concerns it, of nothing but the real
    assertThat(present.privately())
        .contains("ACTUAL SITE hidden-hospital", "ACTUAL HOSPITAL hidden-hospital")
        .allMatch(alert -> alert.startsWith("ACTUAL"));
    assertThat(absent.privately()).isEmpty();
    assertThat(absent.own()).isEmpty();
    assertThat(present.own().get("webhook " + Audience.OWN))
        .anyMatch(body -> body.contains("\"alertId\":\"site:aleppo:hidden-hospital:"))
        .anyMatch(body -> body.contains("\"alertId\":\"hospital:aleppo:hidden-hospital:"));
    assertThat(present.own().get("sms " + Audience.OWN)).isNotEmpty();
    // and what others get is enough to compare
    assertThat(absent.ofOthers().get("channel sms " + Audience.CREW))
        .anyMatch(text -> text.contains("EXERCISE"));
    assertThat(absent.ofOthers().get("topic alerts"))
        .anyMatch(alert -> alert.contains("NOWHERE_TO_GO"));
    // and the same
    assertThat(differences(present.ofOthers(), absent.ofOthers()))
        .as("what others get where the site stands")
        .isEmpty();
    assertThat(differences(moved.ofOthers(), absent.ofOthers()))
        .as("what others get where the site stands elsewhere")
        .isEmpty();
  }

  private Loot lootOf(SiteWorld world) throws Exception {
    try (var marsad =
        new AttackedMarsad(Files.createDirectory(folder.resolve(world.name())), world)) {
      return marsad.loot(new Probes(marsad).run());
    }
  }

  /** Where, and the first line that differs. */
  private static List<String> differences(
      Map<String, List<String>> one, Map<String, List<String>> other) {
    var differences = new ArrayList<String>();
    var places = new TreeSet<>(one.keySet());
    places.addAll(other.keySet());
    for (var place : places) {
      var some = one.getOrDefault(place, List.of());
      var others = other.getOrDefault(place, List.of());
      for (var i = 0; i < Math.max(some.size(), others.size()); i++) {
        var line = i < some.size() ? some.get(i) : "nothing";
        var otherLine = i < others.size() ? others.get(i) : "nothing";
        if (!line.equals(otherLine)) {
          differences.add(
              "%s, %d and %d, from %d on:\n  %s\n  without it:\n  %s"
                  .formatted(
                      place,
                      some.size(),
                      others.size(),
                      i,
                      around(line, otherLine),
                      around(otherLine, line)));
          break;
        }
      }
    }
    return differences;
  }

  /** The part of a long line where another begins to differ. */
  private static String around(String line, String other) {
    var at = 0;
    while (at < Math.min(line.length(), other.length()) && line.charAt(at) == other.charAt(at)) {
      at++;
    }
    return line.substring(Math.max(0, at - BEFORE), Math.min(line.length(), at + AFTER));
  }
}
