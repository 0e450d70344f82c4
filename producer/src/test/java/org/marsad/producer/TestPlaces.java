package org.marsad.producer;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.message.AreaKind;
import org.marsad.message.AreaProfile;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Site;
import org.marsad.message.SiteKind;
import org.marsad.producer.intake.SourceTokens;
import org.marsad.producer.places.Gazetteer;
import org.marsad.producer.places.PlaceQuery;
import org.marsad.producer.places.ResolvedPlace;
import org.marsad.schemas.Areas;
import org.marsad.schemas.MessageCodec;

/**
 * A world of one town, its neighbourhood and its governorate, all in Syrian time; nowhere is in
 * UTC. A point without a name lies in that neighbourhood. Azaz lies 34 km from Aleppo's edge, Homs
 * 150 km.
 */
public final class TestPlaces {
  /** The zone of every place. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Damascus");

  /** Opens the confidential hospital. */
  public static final String SITE_KEY = "the key of the hidden hospital";

  private static final String SITE_KEY_SHA_256 = SourceTokens.hash(SITE_KEY);

  /** What nobody calls a place, or what is far from here. */
  private static final Set<String> NOWHERE =
      Set.of("ok", "thank you", "stop", "شكرا", "🚀🚀", "atlantis");

  private TestPlaces() {}

  /** Looks a place up. */
  public static ResolvedPlace resolve(PlaceQuery query) {
    var text = lower(query.placeText());
    var isFardous = text.contains("fardous");
    var isAleppo = text.contains("aleppo") || "aleppo".equals(query.homeArea());
    if (NOWHERE.contains(text)) {
      return place(query, Areas.UNPLACED, null, PlaceBasis.NONE);
    }
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

  /** Aleppo, with three hospitals, one of them confidential, and a school. */
  public static Gazetteer areas() {
    MessageCodec.trustMessages();
    return Gazetteer.of(
        List.of(
            area(
                "aleppo",
                36.2,
                List.of(
                    site("hospital-a", SiteKind.HOSPITAL, null),
                    site("hospital-b", SiteKind.HOSPITAL, null),
                    site("hidden", SiteKind.HOSPITAL, SITE_KEY_SHA_256),
                    site("school-1", SiteKind.SCHOOL, null))),
            area("azaz", 36.586, List.of()),
            area("homs", 34.73, List.of())));
  }

  private static AreaProfile area(String code, double lat, List<Site> sites) {
    return AreaProfile.newBuilder()
        .setCode(code)
        .setVersion(1)
        .setKind(AreaKind.TOWN)
        .setTimeZone(ZONE.getId())
        .setLat(lat)
        .setLon(37.15)
        .setRadiusMetres(9_000)
        .setSites(sites)
        .build();
  }

  private static Site site(String siteId, SiteKind kind, @Nullable String keySha256) {
    return Site.newBuilder()
        .setSiteId(siteId)
        .setKind(kind)
        .setLat(36.19)
        .setLon(37.15)
        .setCapacity(60)
        .setConfidential(keySha256 != null)
        .setKeySha256(keySha256)
        .build();
  }

  private static ResolvedPlace place(
      PlaceQuery query, String area, @Nullable String neighbourhood, PlaceBasis basis) {
    var zone = area.equals(Areas.UNPLACED) ? ZoneOffset.UTC : ZONE;
    return new ResolvedPlace(
        area, neighbourhood, basis, zone, query.lat(), query.lon(), query.radiusMetres(), null);
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
