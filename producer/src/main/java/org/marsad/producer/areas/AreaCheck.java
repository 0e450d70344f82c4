package org.marsad.producer.areas;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.message.AreaProfile;

/** What an area profile must fulfil beyond its types. */
final class AreaCheck {
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  private AreaCheck() {}

  /**
   * Refuses a profile that nobody could use.
   *
   * @throws AreaFileException with the field, its value and what was expected
   */
  static void check(AreaProfile area) {
    expect(Slug.isSlug(area.getCode()), "code", area.getCode(), "a slug such as aleppo");
    expect(area.getVersion() >= 1, "version", area.getVersion(), ">= 1");
    expect(isZone(area.getTimeZone()), "timeZone", area.getTimeZone(), "an IANA time zone");
    checkCircle("", area.getLat(), area.getLon(), area.getRadiusMetres());
    checkNeighbourhoods(area);
    checkSites(area);
  }

  private static void checkNeighbourhoods(AreaProfile area) {
    var codes = new HashSet<String>();
    var prefix = area.getCode() + "/";
    for (var part : area.getNeighbourhoods()) {
      var code = part.getCode();
      expect(
          code.startsWith(prefix) && Slug.isSlug(code.substring(prefix.length())),
          "neighbourhoods.code",
          code,
          prefix + " and a slug");
      expect(codes.add(code), "neighbourhoods.code", code, "each code once");
      checkCircle(code + ".", part.getLat(), part.getLon(), part.getRadiusMetres());
      if (part.getPolygons() != null) {
        part.getPolygons().forEach(rings -> rings.forEach(ring -> checkRing(code, ring.size())));
      }
    }
  }

  private static void checkRing(String code, int numbers) {
    expect(
        numbers >= 8 && numbers % 2 == 0,
        code + ".polygons",
        numbers + " numbers in a ring",
        "pairs of lon and lat, four or more");
  }

  private static void checkSites(AreaProfile area) {
    var ids = new HashSet<String>();
    for (var site : area.getSites()) {
      var id = site.getSiteId();
      expect(Slug.isSlug(id), "sites.siteId", id, "a slug");
      expect(ids.add(id), "sites.siteId", id, "each id once");
      checkPoint(id + ".", site.getLat(), site.getLon());
      checkKey(id, site.getKeySha256());
    }
  }

  /** The value is not repeated: it may be the key itself, put here by mistake. */
  private static void checkKey(String id, @Nullable String hash) {
    expect(
        hash == null || SHA_256.matcher(hash).matches(),
        id + ".keySha256",
        "unusable",
        "64 hexadecimal digits, lower case");
  }

  private static void checkCircle(String path, double lat, double lon, double radiusMetres) {
    checkPoint(path, lat, lon);
    expect(radiusMetres > 0, path + "radiusMetres", radiusMetres, "> 0");
  }

  private static void checkPoint(String path, double lat, double lon) {
    expect(Math.abs(lat) <= 90, path + "lat", lat, "-90 to 90");
    expect(Math.abs(lon) <= 180, path + "lon", lon, "-180 to 180");
  }

  private static boolean isZone(String name) {
    try {
      ZoneId.of(name);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static void expect(boolean right, String name, Object value, String expected) {
    if (!right) {
      throw new AreaFileException(name + ": " + value + " (expected: " + expected + ")");
    }
  }
}
