package org.marsad.consumer.feeds.cap;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * What the text of an element must look like.
 *
 * @param expected in words
 * @param fits null where the element holds others instead of text
 */
record CapValue(String expected, @Nullable Predicate<String> fits) {
  private static final Pattern NAME_FORM = Pattern.compile("[^\\s,<&]+");
  private static final Pattern MARKUP = Pattern.compile("(?s).*(</?[A-Za-z!]|&[A-Za-z#]\\w*;).*");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,9}(\\.\\d{1,12})?");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");
  private static final int LEAST_PAIRS = 4;

  static final CapValue ELEMENTS = new CapValue("elements and no text", null);
  static final CapValue ANYTHING = new CapValue("text", text -> true);
  static final CapValue TEXT = new CapValue("text without HTML", CapValue::isText);
  static final CapValue NAME = new CapValue("no space, comma, <, &", CapValue::isName);
  static final CapValue TIME = new CapValue(CapTime.FORM, text -> CapTime.parse(text).isPresent());
  static final CapValue LANGUAGE = new CapValue("a tag such as ar-SY", CapValue::isLanguage);
  static final CapValue LINK = new CapValue("a full URI", CapValue::isLink);
  static final CapValue COUNT =
      new CapValue("a whole number", text -> WHOLE.matcher(text).matches());
  static final CapValue NUMBER = new CapValue("a number", text -> DECIMAL.matcher(text).matches());
  static final CapValue REFERENCES =
      new CapValue("sender,identifier,sent, parted by spaces", CapValue::areReferences);
  static final CapValue CIRCLE = new CapValue("lat,lon radius in km", CapValue::isCircle);
  static final CapValue POLYGON =
      new CapValue(
          "lat,lon pairs, 4 to 100, the first again at the end, not crossing", CapValue::isPolygon);

  static CapValue oneOf(String... symbols) {
    var all = List.of(symbols);
    return new CapValue("one of " + all, all::contains);
  }

  static CapValue upTo(int characters) {
    return new CapValue(
        "text without HTML, at most " + characters + " characters",
        text -> isText(text) && text.length() <= characters);
  }

  boolean accepts(String text) {
    return fits == null ? text.isBlank() : fits.test(text);
  }

  static boolean isName(String text) {
    return NAME_FORM.matcher(text).matches();
  }

  private static boolean isText(String text) {
    return !text.isBlank() && !MARKUP.matcher(text).matches();
  }

  private static boolean isLanguage(String text) {
    try {
      return new Locale.Builder().setLanguageTag(text).build().toLanguageTag().equals(text)
          && !text.isEmpty();
    } catch (IllformedLocaleException e) {
      return false;
    }
  }

  private static boolean isLink(String text) {
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean areReferences(String text) {
    return List.of(text.split(" ", -1)).stream().allMatch(CapValue::isReference);
  }

  private static boolean isReference(String text) {
    var parts = text.split(",", -1);
    return parts.length == 3
        && isName(parts[0])
        && isName(parts[1])
        && CapTime.parse(parts[2]).isPresent();
  }

  private static boolean isCircle(String text) {
    var parts = text.split(" ", -1);
    return parts.length == 2
        && position(parts[0]) != null
        && DECIMAL.matcher(parts[1]).matches()
        && new BigDecimal(parts[1]).signum() >= 0;
  }

  private static boolean isPolygon(String text) {
    var pairs = text.split(" ", -1);
    if (pairs.length < LEAST_PAIRS || pairs.length > Cap.MOST_VERTICES) {
      return false;
    }
    var ring = new Coordinate[pairs.length];
    for (var i = 0; i < pairs.length; i++) {
      var position = position(pairs[i]);
      if (position == null) {
        return false;
      }
      ring[i] = position;
    }
    return ring[0].equals2D(ring[ring.length - 1])
        && new GeometryFactory().createPolygon(ring).isValid();
  }

  private static @Nullable Coordinate position(String pair) {
    var parts = pair.split(",", -1);
    if (parts.length != 2
        || !DECIMAL.matcher(parts[0]).matches()
        || !DECIMAL.matcher(parts[1]).matches()) {
      return null;
    }
    var lat = Double.parseDouble(parts[0]);
    var lon = Double.parseDouble(parts[1]);
    return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? new Coordinate(lon, lat) : null;
  }
}
