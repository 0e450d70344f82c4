package org.marsad.consumer.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.marsad.consumer.areas.Etag;

/**
 * The page's files, all from the classpath: an operations centre may be offline. The list is fixed,
 * so no path of a request reaches the class path or the disk.
 */
final class Assets {
  /** The page itself. */
  static final String PAGE = "index.html";

  private static final String LEAFLET = "/META-INF/resources/webjars/leaflet/1.9.4/dist/";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String STYLE = "text/css; charset=utf-8";

  private final Map<String, Asset> byName = new TreeMap<>();

  Assets() {
    add(PAGE, PAGE, "text/html; charset=utf-8");
    add("style.css", "style.css", STYLE);
    for (var script :
        new String[] {
          "app",
          "sse",
          "alerts",
          "order",
          "card",
          "subjects",
          "findings",
          "changes",
          "sparkline",
          "answers",
          "map",
          "names",
          "format",
          "theme",
          "dom",
          "old"
        }) {
      add(script + ".js", script + ".js", SCRIPT);
    }
    add("leaflet.js", LEAFLET + "leaflet.js", SCRIPT);
    add("leaflet.css", LEAFLET + "leaflet.css", STYLE);
  }

  /** The file of that name. */
  Optional<Asset> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  private void add(String name, String resource, String type) {
    try (var in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("asset: " + resource + " (expected: on the class path)");
      }
      var bytes = in.readAllBytes();
      byName.put(name, new Asset(type, bytes, Etag.of(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A file.
   *
   * @param type media type
   * @param bytes never changed
   * @param etag quoted hash of the bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // served as it is; nobody compares two files
  record Asset(String type, byte[] bytes, String etag) {}
}
