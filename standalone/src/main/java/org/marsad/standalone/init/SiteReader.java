package org.marsad.standalone.init;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.message.AreaProfile;
import org.marsad.message.LocalName;
import org.marsad.message.Site;
import org.marsad.message.SiteKind;
import org.marsad.producer.areas.Circle;
import org.marsad.producer.areas.HospitalsInReach;
import org.marsad.producer.areas.Slug;
import org.marsad.producer.intake.SourceTokens;
import org.marsad.producer.places.Gazetteer;
import org.marsad.schemas.settings.SettingsException;

/** Reads one site of an installation: a hospital unless it says otherwise. */
public final class SiteReader {
  private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");
  private static final String POINT = "latitude, longitude in degrees, such as 36.20, 37.16";
  private static final String METRES = "%.0f km from the edge of %s";

  /**
   * A site, and the key of a confidential one.
   *
   * @param area code of the area that its file names it in
   * @param key null: it is public
   */
  public record NewSite(String area, Site site, @Nullable String key) {
    /** No text shows the key by mistake. */
    @Override
    public String toString() {
      return "NewSite[" + site.getSiteId() + "]";
    }
  }

  private record Point(double lat, double lon) {}

  private final Places places;

  SiteReader(Places places) {
    this.places = places;
  }

  /**
   * Reads a site that is added by itself.
   *
   * @param values by key: name, kind, at and so on
   * @param areas there are
   * @param homeArea code of the area that it lies in unless it says otherwise
   * @throws SettingsException with every fault
   */
  public static NewSite read(
      Map<String, String> values, Collection<AreaProfile> areas, String homeArea) {
    var faults = new ArrayList<String>();
    var places = new Places(Gazetteer.of(areas));
    var home = places.area(homeArea).orElse(areas.iterator().next());
    var site = new SiteReader(places).read(new Entry("site", values, faults), home, 1);
    if (site == null || !faults.isEmpty()) {
      throw new SettingsException(faults);
    }
    return site;
  }

  /**
   * The site; null where it is at fault, which the entry has noted.
   *
   * @param number of the entry, 1 or more: names one that has no Latin name
   */
  @Nullable NewSite read(Entry entry, AreaProfile homeArea, int number) {
    var name = entry.required("name", "a name");
    var arabic = entry.optional("name-ar");
    var kind = entry.symbol("kind", SiteKind.class);
    var id = id(entry, name, number);
    var point = entry.parsed("at", POINT, SiteReader::point);
    if (entry.optional("at") == null) {
      entry.fault("at", "absent", POINT);
    }
    var beds = entry.parsed("beds", "a whole number, 1 to 100000", SiteReader::beds);
    var isConfidential = entry.flag("confidential");
    var stated = entry.optional("area");
    var area = stated == null ? homeArea : places.area(stated).orElse(null);
    entry.refuseOthers();
    if (area == null) {
      entry.fault("area", String.valueOf(stated), Places.EXPECTED);
      return null;
    }
    if (point == null || name.isEmpty()) {
      return null;
    }
    var beyond = metresBeyond(area, point);
    if (beyond > HospitalsInReach.REACH_METRES) {
      entry.fault(
          "at",
          METRES.formatted(beyond / 1000, area.getCode()),
          "within 50 km; latitude first, or another area");
      return null;
    }
    var key = isConfidential ? SourceTokens.generate() : null;
    var site =
        Site.newBuilder()
            .setSiteId(id)
            .setKind(kind == null ? SiteKind.HOSPITAL : kind)
            .setNames(names(name, arabic))
            .setLat(point.lat())
            .setLon(point.lon())
            .setCapacity(beds)
            .setConfidential(isConfidential)
            .setKeySha256(key == null ? null : SourceTokens.hash(key))
            .build();
    return new NewSite(area.getCode(), site, key);
  }

  private static String id(Entry entry, String name, int number) {
    var stated = entry.optional("id");
    if (stated != null && !Slug.isSlug(stated)) {
      entry.fault("id", stated, "lower-case letters and digits, joined by hyphens");
    }
    if (stated != null) {
      return stated;
    }
    var slug = Slug.of(name);
    return slug.isEmpty() ? "site-" + number : slug;
  }

  private static List<LocalName> names(String name, @Nullable String arabic) {
    var names = new ArrayList<LocalName>();
    names.add(new LocalName(ARABIC.matcher(name).find() ? "ar" : "en", name));
    if (arabic != null) {
      names.add(new LocalName("ar", arabic));
    }
    return names;
  }

  private static double metresBeyond(AreaProfile area, Point point) {
    return new Circle(area.getLat(), area.getLon(), 0).distanceTo(point.lat(), point.lon())
        - area.getRadiusMetres();
  }

  private static Point point(String text) {
    var numbers = text.split("[,\\s]+", -1);
    if (numbers.length != 2) {
      throw new IllegalArgumentException(text);
    }
    var point = new Point(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
    if (!(Math.abs(point.lat()) <= 90) || !(Math.abs(point.lon()) <= 180)) {
      throw new IllegalArgumentException(text);
    }
    return point;
  }

  private static int beds(String text) {
    var beds = Integer.parseInt(text);
    if (beds < 1 || beds > 100_000) {
      throw new IllegalArgumentException(text);
    }
    return beds;
  }
}
