package org.marsad.consumer.subscribers.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.heaviest;
import static org.marsad.consumer.fixtures.Alerts.residential;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.subscribers.Coverage;
import org.marsad.consumer.subscribers.Near;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.consumer.subscribers.matching.Shape.Circle;
import org.marsad.message.Alert;
import org.marsad.message.AreaKind;
import org.marsad.message.AreaProfile;
import org.marsad.message.LandUse;
import org.marsad.message.Neighbourhood;
import org.marsad.message.Place;
import org.marsad.message.PlaceBasis;

class WhereaboutsTest {
  private static final Place NOWHERE = new Place(null, null, null, PlaceBasis.NONE, "?");
  private static final List<List<List<Double>>> TRIANGLE =
      List.of(List.of(List.of(37.0, 36.0, 37.1, 36.0, 37.1, 36.1)));
  private static final List<List<List<Double>>> BOW_TIE =
      List.of(List.of(List.of(0.0, 0.0, 1.0, 1.0, 1.0, 0.0, 0.0, 1.0)));

  private @Nullable AreaProfile aleppo = aleppo(AreaKind.TOWN, null);

  @Test
  void shouldBeAtItsPlaceWithItsRadius() {
    assertThat(where(residential()).shapes()).containsExactly(new Circle(36.187, 37.1508, 150));
  }

  @Test
  void shouldBeInItsNeighbourhoodsWhereThereIsNoPoint() {
    assertThat(where(residential().setPlace(NOWHERE)).shapes())
        .containsExactly(new Circle(36.18, 37.17, 600));
    aleppo = aleppo(AreaKind.TOWN, TRIANGLE);
    assertThat(where(residential().setPlace(null)).shapes())
        .singleElement()
        .asString()
        .contains("(37 36, 37.1 36, 37.1 36.1, 37 36)");
  }

  @Test
  void shouldFallBackOnTheCircleWhereAnOutlineCrossesItself() {
    aleppo = aleppo(AreaKind.TOWN, BOW_TIE);
    assertThat(where(residential().setPlace(null)).shapes())
        .containsExactly(new Circle(36.18, 37.17, 600));
  }

  @Test
  void shouldBeAnywhereInItsAreaWhereNoMoreIsKnown() {
    var area = new Circle(36.2, 37.15, 9_000);
    assertThat(where(heaviest().setNeighbourhoods(List.of())).shapes()).containsExactly(area);
    var unknown = residential().setPlace(null).setNeighbourhoods(List.of("aleppo/new"));
    assertThat(where(unknown).shapes()).containsExactly(area);
    unknown.setNeighbourhoods(List.of("aleppo/al-fardous", "aleppo/new"));
    assertThat(where(unknown).shapes()).containsExactly(area);
    var cut = residential().setPlace(null).setNeighbourhoodsInAll(21);
    assertThat(where(cut).shapes()).containsExactly(area);
  }

  @Test
  void shouldConcernEveryShapeWhereNothingIsKnown() {
    aleppo = null;
    assertThat(where(heaviest()).isUnknown()).isTrue();
    assertThat(concerns(new Near(-50, 0, 1), heaviest())).isTrue();
    aleppo = aleppo(AreaKind.UNPLACED, null);
    assertThat(where(heaviest()).isUnknown()).isTrue();
  }

  /** 2,000 m east of the strike, whose radius is 150 m. */
  @Test
  void shouldConcernThoseWithinTheirDistanceOfIt() {
    assertThat(concerns(new Near(36.187, 37.17303, 1_851), residential())).isTrue();
    assertThat(concerns(new Near(36.187, 37.17303, 1_840), residential())).isFalse();
  }

  /** Else small circles would tell it where exactly the strike was. */
  @Test
  void shouldConcernThePublicByTheNeighbourhoodAlone() {
    // Given
    var onTheSpot = new Coverage(Set.of(), Set.of(), Set.of(), null, new Near(36.187, 37.1508, 50));
    var quarter = new Coverage(Set.of(), Set.of(), Set.of(), null, new Near(36.18, 37.17, 50));
    // Then
    assertThat(concerns(of(Role.RESCUE, onTheSpot), residential())).isTrue();
    assertThat(concerns(of(Role.PUBLIC, onTheSpot), residential())).isFalse();
    assertThat(concerns(of(Role.RESCUE, quarter), residential())).isFalse();
    assertThat(concerns(of(Role.PUBLIC, quarter), residential())).isTrue();
  }

  @Test
  void shouldConcernThoseWithAShapeBesideTheirAreas() {
    // Given
    var homs = new Coverage(Set.of(), Set.of("homs"), Set.of(), null, new Near(36.19, 37.15, 500));
    var subscriber = of(Role.RESCUE, homs);
    var elsewhere = residential().setPlace(new Place(36.3, 37.3, 10.0, PlaceBasis.POINT, null));
    // Then
    assertThat(concerns(subscriber, residential())).isTrue();
    assertThat(concerns(subscriber, elsewhere)).isFalse();
    assertThat(concerns(subscriber, elsewhere.setArea("homs"))).isTrue();
  }

  private boolean concerns(Near near, Alert.Builder alert) {
    return concerns(of(Role.RESCUE, new Coverage(Set.of(), Set.of(), Set.of(), null, near)), alert);
  }

  private static Subscriber of(Role role, Coverage coverage) {
    return Subscriber.builder("a", role).coverage(coverage).build();
  }

  private boolean concerns(Subscriber subscriber, Alert.Builder alert) {
    return Matcher.covers(subscriber, alert.build(), where(alert, subscriber.role()));
  }

  private Whereabouts where(Alert.Builder alert) {
    return where(alert, Role.RESCUE);
  }

  private Whereabouts where(Alert.Builder alert, Role role) {
    return Whereabouts.of(alert.build(), role, code -> Optional.ofNullable(aleppo));
  }

  private static AreaProfile aleppo(AreaKind kind, @Nullable List<List<List<Double>>> outline) {
    return AreaProfile.newBuilder()
        .setCode("aleppo")
        .setVersion(1)
        .setKind(kind)
        .setTimeZone("Asia/Damascus")
        .setLat(36.2)
        .setLon(37.15)
        .setRadiusMetres(9_000)
        .setNeighbourhoods(
            List.of(
                Neighbourhood.newBuilder()
                    .setCode("aleppo/al-fardous")
                    .setLandUse(LandUse.RESIDENTIAL)
                    .setLat(36.18)
                    .setLon(37.17)
                    .setRadiusMetres(600)
                    .setPolygons(outline)
                    .build()))
        .build();
  }
}
