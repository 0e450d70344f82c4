package org.marsad.consumer.feeds.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.message.Alert;
import org.marsad.message.AreaKind;
import org.marsad.message.AreaProfile;
import org.marsad.message.Neighbourhood;
import org.marsad.message.Place;

/**
 * The areas of a message: the strike's circle where its point may be seen, else the neighbourhoods,
 * else the whole area; also where the list of neighbourhoods is cut, because that concerns all of
 * it. What the directory does not know is named and not drawn.
 */
final class CapAreas {
  private static final double LEAST_METRES = 50; // a point is never better known than a house
  private static final double UNKNOWN_METRES = 1_000;

  private final AreaDirectory directory;

  CapAreas(AreaDirectory directory) {
    this.directory = directory;
  }

  /** At least one. */
  List<CapArea> of(Alert view) {
    var isCut = view.getNeighbourhoodsInAll() > view.getNeighbourhoods().size();
    var neighbourhoods = isCut ? List.<String>of() : view.getNeighbourhoods();
    var codes = neighbourhoods.isEmpty() ? List.of(view.getArea()) : neighbourhoods;
    var circle = circle(view.getPlace());
    if (circle != null) {
      return List.of(new CapArea(codes, List.of(), circle));
    }
    var profile = directory.profile(view.getArea());
    if (neighbourhoods.isEmpty()) {
      return List.of(whole(view.getArea(), profile));
    }
    var areas = new ArrayList<CapArea>();
    for (var code : codes) {
      areas.add(
          profile
              .flatMap(known -> neighbourhood(known, code))
              .map(CapAreas::drawn)
              .orElse(new CapArea(List.of(code), List.of(), null)));
    }
    return areas;
  }

  private static CapArea whole(String code, Optional<AreaProfile> profile) {
    var circle =
        profile
            .filter(area -> area.getKind() != AreaKind.UNPLACED)
            .map(area -> circle(area.getLat(), area.getLon(), area.getRadiusMetres()))
            .orElse(null);
    return new CapArea(List.of(code), List.of(), circle);
  }

  private static Optional<Neighbourhood> neighbourhood(AreaProfile area, String code) {
    return area.getNeighbourhoods().stream().filter(n -> n.getCode().equals(code)).findFirst();
  }

  /** By its outline; by the circle that covers it where one part of the outline will not do. */
  private static CapArea drawn(Neighbourhood neighbourhood) {
    var code = List.of(neighbourhood.getCode());
    var outline = neighbourhood.getPolygons();
    var polygons =
        outline == null
            ? List.<String>of()
            : outline.stream()
                .filter(rings -> !rings.isEmpty())
                .map(rings -> CapPolygon.of(rings.get(0)).orElse(null))
                .filter(Objects::nonNull)
                .toList();
    if (outline != null && !polygons.isEmpty() && polygons.size() == outline.size()) {
      return new CapArea(code, polygons, null);
    }
    return new CapArea(
        code,
        List.of(),
        circle(neighbourhood.getLat(), neighbourhood.getLon(), neighbourhood.getRadiusMetres()));
  }

  private static @Nullable String circle(@Nullable Place place) {
    if (place == null || place.getLat() == null || place.getLon() == null) {
      return null;
    }
    var radius = place.getRadiusMetres();
    return circle(place.getLat(), place.getLon(), radius == null ? UNKNOWN_METRES : radius);
  }

  private static String circle(double lat, double lon, double radiusMetres) {
    return CapNumbers.degrees(lat)
        + ","
        + CapNumbers.degrees(lon)
        + " "
        + CapNumbers.kilometres(Math.max(LEAST_METRES, radiusMetres));
  }
}
