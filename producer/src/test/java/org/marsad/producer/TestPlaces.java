package org.marsad.producer;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.message.AreaKind;
import org.marsad.message.AreaProfile;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Site;
import org.marsad.message.SiteKind;
import org.marsad.producer.places.PlaceQuery;
import org.marsad.producer.places.ResolvedPlace;
import org.marsad.schemas.Areas;
import org.marsad.schemas.MessageCodec;

/**
 * A world of one town, its neighbourhood and its governorate, all in Syrian time. A point without a
 * name lies in that neighbourhood.
 */
public final class TestPlaces {
  /** The zone of every place. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Damascus");

  private TestPlaces() {}

  /** Looks a place up. */
  public static ResolvedPlace resolve(PlaceQuery query) {
    var text = lower(query.placeText());
    var isFardous = text.contains("fardous");
    var isAleppo = text.contains("aleppo") || "aleppo".equals(query.homeArea());
    if (query.area() != null) {
      return place(query, query.area(), query.neighbourhood(), PlaceBasis.CODE);
    }
    if (isAleppo || query.lat() != null) {
      var named = isFardous || query.lat() != null ? "aleppo/al-fardous" : null;
      return place(query, "aleppo", named, isAleppo ? PlaceBasis.NAME : PlaceBasis.POINT);
    }
    if (lower(query.governorate()).startsWith("aleppo")) {
      return place(query, "aleppo-governorate", null, PlaceBasis.PARENT);
    }
    return place(query, Areas.UNPLACED, null, PlaceBasis.NONE);
  }

  /** Aleppo, with a hospital, a second one and a school. */
  public static Optional<AreaProfile> area(String code) {
    MessageCodec.trustMessages();
    return code.equals("aleppo")
        ? Optional.of(
            AreaProfile.newBuilder()
                .setCode("aleppo")
                .setVersion(1)
                .setKind(AreaKind.TOWN)
                .setTimeZone(ZONE.getId())
                .setLat(36.2)
                .setLon(37.15)
                .setRadiusMetres(9_000)
                .setSites(
                    List.of(
                        site("hospital-a", SiteKind.HOSPITAL),
                        site("hospital-b", SiteKind.HOSPITAL),
                        site("school-1", SiteKind.SCHOOL)))
                .build())
        : Optional.empty();
  }

  private static Site site(String siteId, SiteKind kind) {
    return new Site(siteId, kind, List.of(), 36.19, 37.15, 60, false, true);
  }

  private static ResolvedPlace place(
      PlaceQuery query, String area, @Nullable String neighbourhood, PlaceBasis basis) {
    return new ResolvedPlace(
        area, neighbourhood, basis, ZONE, query.lat(), query.lon(), query.radiusMetres(), false);
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
