package org.marsad.consumer.operations.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.marsad.consumer.areas.Etag;

/** The files of the page, read once from its folder on the class path. */
final class PageFiles {
  /** The page itself. */
  static final String INDEX = "index.html";

  /** Media types by ending; what ends otherwise is no file of the page. */
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "woff2", "font/woff2");

  private static final String WEBJARS = "/META-INF/resources/webjars/";

  /** Other people's programs, by the names that the page has for them. */
  private static final Map<String, List<String>> VENDORS =
      Map.of(
          "vendor/map.js",
          List.of("leaflet/1.9.4/dist/leaflet.js", "d3-delaunay/6.0.4/dist/d3-delaunay.min.js"),
          "vendor/map.css",
          List.of("leaflet/1.9.4/dist/leaflet.css"),
          "vendor/chart.js",
          List.of("uplot/1.6.30/dist/uPlot.iife.min.js"),
          "vendor/chart.css",
          List.of("uplot/1.6.30/dist/uPlot.min.css"));

  /** The module that the page begins with, and the script that all modules become. */
  private static final String FIRST = "app";

  private PageFiles() {}

  /**
   * A file.
   *
   * @param type media type
   * @param bytes never changed
   * @param etag quoted hash of the bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // served as it is; nobody compares two files
  record PageFile(String type, byte[] bytes, String etag) {}

  /** All of them by name. */
  static Map<String, PageFile> read() {
    try {
      var index = Objects.requireNonNull(PageFiles.class.getResource(INDEX), INDEX);
      var files =
          index.openConnection() instanceof JarURLConnection jar
              ? readJar(jar)
              : readFolder(folder(Path.of(URI.create(index.toString()))));
      for (var vendor : VENDORS.entrySet()) {
        files.put(vendor.getKey(), readVendor(vendor.getKey(), vendor.getValue()));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, PageFile> readJar(JarURLConnection index) throws IOException {
    URL jar = index.getJarFileURL();
    try (var files = FileSystems.newFileSystem(Path.of(URI.create(jar.toString())))) {
      return readFolder(folder(files.getPath(index.getEntryName())));
    }
  }

  private static Path folder(Path file) {
    return Objects.requireNonNull(file.getParent(), file::toString);
  }

  private static Map<String, PageFile> readFolder(Path folder) throws IOException {
    var files = new TreeMap<String, PageFile>();
    var modules = new TreeMap<String, String>();
    try (var all = Files.newDirectoryStream(folder)) {
      for (var file : all) {
        var name = file.getFileName().toString();
        if (name.endsWith(".js")) {
          modules.put(name.substring(0, name.length() - 3), Files.readString(file));
        } else if (!type(name).isEmpty()) {
          files.put(name, file(name, Files.readAllBytes(file)));
        }
      }
    }
    var script = FIRST + ".js";
    var text = PageScript.of(FIRST, modules);
    files.put(script, file(script, text.getBytes(StandardCharsets.UTF_8)));
    return files;
  }

  private static PageFile readVendor(String name, List<String> parts) throws IOException {
    var bytes = new ByteArrayOutputStream();
    for (var part : parts) {
      try (var in = PageFiles.class.getResourceAsStream(WEBJARS + part)) {
        Objects.requireNonNull(in, part).transferTo(bytes);
        bytes.write('\n');
      }
    }
    return file(name, bytes.toByteArray());
  }

  private static PageFile file(String name, byte[] bytes) {
    return new PageFile(type(name), bytes, Etag.of(bytes));
  }

  private static String type(String name) {
    return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "");
  }
}
