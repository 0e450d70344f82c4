package org.marsad.consumer.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.SENT;
import static org.marsad.consumer.fixtures.Alerts.heaviest;
import static org.marsad.consumer.fixtures.Alerts.protectedSite;
import static org.marsad.consumer.fixtures.Alerts.repeat;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.silentSource;
import static org.marsad.consumer.fixtures.Alerts.surge;
import static org.marsad.consumer.fixtures.Alerts.wave;
import static org.marsad.consumer.fixtures.Facts.withinReach;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.fixtures.Areas;
import org.marsad.consumer.subscribers.Coverage;
import org.marsad.message.Alert;
import org.marsad.message.AlertReference;
import org.marsad.message.Finding;
import org.marsad.message.MessageType;
import org.marsad.message.Place;
import org.marsad.message.PlaceBasis;
import org.marsad.message.ReasonNumber;
import org.marsad.message.RepeatFacts;
import org.marsad.message.ResidentialVerdict;
import org.marsad.message.Site;
import org.marsad.message.SiteHit;
import org.marsad.message.SiteKind;

/** Two worlds that differ only in what is hidden: no feed may tell them apart, by no byte. */
class NonInterferenceTest {
  private static final int SEEDS = 60;

  @ParameterizedTest
  @EnumSource(Role.class)
  void shouldChangeNoByteWhateverConfidentialSitesAreCalledAndWhereverTheyAre(Role role) {
    var reader = Readers.of("reader", role);
    if (role == Role.HOSPITAL) {
      reader.site("hospital-open");
    }
    compare(FeedBench.feed(reader.build()), false);
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void shouldChangeNoByteForThePublicWhateverTheExactPointIs(Shape shape) {
    var reader = Readers.of("reader", Role.PUBLIC).coverage(shape.coverage());
    compare(FeedBench.feed(reader.build()), true);
  }

  /** How a reader from the public can say where it wants to hear of. */
  private enum Shape {
    AREA,
    POLYGON;

    private Coverage coverage() {
      return this == AREA
          ? Coverage.ofAreas("aleppo")
          : new Coverage(Set.of(), Set.of(), Set.of(), square(), null);
    }

    private static Polygon square() {
      return new GeometryFactory()
          .createPolygon(
              new Coordinate[] {
                new Coordinate(37.14, 36.18),
                new Coordinate(37.15, 36.18),
                new Coordinate(37.15, 36.19),
                new Coordinate(37.14, 36.19),
                new Coordinate(37.14, 36.18)
              });
    }
  }

  /**
   * @param pointsToo whether exact points and all that rests on them are hidden as well
   */
  private static void compare(Feed feed, boolean pointsToo) {
    var shown = 0;
    for (var seed = 0; seed < SEEDS; seed++) {
      var one = new World(seed, new Random(1_000 + seed), pointsToo).everything(feed);
      var other = new World(seed, new Random(9_000 + seed), pointsToo).everything(feed);
      assertThat(other).as("seed %d", seed).isEqualTo(one);
      shown += one.getOrDefault("cap", "").length();
    }
    assertThat(shown).as("bytes compared").isGreaterThan(SEEDS * 1_000);
  }

  /** Alerts and areas: what is visible comes from one seed, what is hidden from another. */
  private static final class World {
    private final Random open;
    private final Random hidden;
    private final boolean pointsToo;
    private final String secret;
    private final List<Alert> alerts = new ArrayList<>();

    World(long seed, Random hidden, boolean pointsToo) {
      this.open = new Random(seed);
      this.hidden = hidden;
      this.pointsToo = pointsToo;
      this.secret = (hidden.nextBoolean() ? "a" : "z") + "-secret-" + hidden.nextInt();
      IntStream.range(0, 1 + open.nextInt(5)).forEach(this::addAlert);
    }

    Map<String, String> everything(Feed feed) {
      return new FeedBench(areas(), alerts).everything(feed);
    }

    /** The confidential hospital is somewhere, or nowhere at all. */
    private AreaDirectory areas() {
      var sites = new ArrayList<Site>();
      sites.add(Areas.hospital("hospital-open", 36.19, false));
      sites.add(Areas.hospital(secret, 36 + hidden.nextDouble(), true));
      if (hidden.nextBoolean()) {
        sites.add(Areas.hospital("another-secret", 36.187, true));
      }
      if (hidden.nextBoolean()) {
        Collections.reverse(sites);
      }
      var directory = new AreaDirectory();
      directory.onProfile(Areas.aleppo().setSites(sites).build());
      return directory;
    }

    private void addAlert(int index) {
      var alert =
          switch (open.nextInt(7)) {
            case 0 -> residential();
            case 1 -> heaviest();
            case 2 -> repeat();
            case 3 -> protectedSite(hits());
            case 4 -> wave();
            case 5 -> silentSource();
            default -> surge().setAddressee("hospital-open");
          };
      alert.setAlertId("alert-" + index).setSentAt(SENT.plusSeconds(open.nextInt(100)));
      if (pointsToo) {
        hidePoint(alert);
      }
      alerts.add(alert.build());
      if (open.nextBoolean()) {
        var type = open.nextBoolean() ? MessageType.UPDATE : MessageType.CANCEL;
        var references = List.of(new AlertReference(1, alert.getSentAt(), true));
        alerts.add(alert.setRevision(2).setMessageType(type).setReferences(references).build());
      }
      if (hidden.nextBoolean()) { // made before the hospital became confidential
        alerts.add(surge().setAlertId("hospital:" + secret + index).setAddressee(secret).build());
      }
    }

    /** What the public's projection takes away, whatever it is. */
    private void hidePoint(Alert.Builder alert) {
      if (alert.getPlace() != null) {
        alert.setPlace(
            new Place(
                36 + hidden.nextDouble(),
                37 + hidden.nextDouble(),
                1 + hidden.nextDouble() * 900,
                PlaceBasis.NAME,
                "place " + hidden.nextInt()));
      }
      alert
          .setStrikeIds(List.of("s" + hidden.nextInt()))
          .setMarks(hidden.nextBoolean() ? List.of() : List.of("POINT_OUTSIDE_PLACE"))
          .setFindings(alert.getFindings().stream().map(this::hidePoint).toList());
    }

    private Finding hidePoint(Finding finding) {
      var numbers = List.of(new ReasonNumber("metres", hidden.nextDouble()));
      var other = Finding.newBuilder(finding).setNumbers(numbers);
      var verdict = finding.getResidential();
      if (verdict != null) {
        other.setResidential(
            new ResidentialVerdict(
                verdict.getBasis(), verdict.getCertainty(), hidden.nextDouble()));
      }
      var repeat = finding.getRepeat();
      if (repeat != null) {
        other.setRepeat(
            RepeatFacts.newBuilder(repeat)
                .setDistanceMetres(hidden.nextDouble() * 500)
                .setEarlierStrikeIds(List.of("s" + hidden.nextInt()))
                .build());
      }
      return other.build();
    }

    private SiteHit[] hits() {
      var hits = new ArrayList<SiteHit>();
      var site = pointsToo ? "site-" + hidden.nextInt() : "hospital-open";
      hits.add(withinReach(site, SiteKind.HOSPITAL, pointsToo ? hidden.nextDouble() * 99 : 40));
      hits.add(withinReach(secret, SiteKind.HOSPITAL, hidden.nextDouble() * 99));
      if (hidden.nextBoolean()) {
        Collections.reverse(hits);
      }
      return hits.toArray(SiteHit[]::new);
    }
  }
}
