package org.marsad.consumer.operations.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private static final Map<String, String> VENDORS =
      Map.of(
          "vendor/leaflet.js", "leaflet/1.9.4/dist/leaflet.js",
          "vendor/leaflet.css", "leaflet/1.9.4/dist/leaflet.css",
          "vendor/uplot.js", "uplot/1.6.30/dist/uPlot.iife.min.js",
          "vendor/uplot.css", "uplot/1.6.30/dist/uPlot.min.css",
          "vendor/d3-delaunay.js", "d3-delaunay/6.0.4/dist/d3-delaunay.min.js");

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
              : readFolder(Path.of(URI.create(index.toString())).getParent());
      for (var vendor : VENDORS.entrySet()) {
        files.put(vendor.getKey(), readVendor(vendor.getValue()));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, PageFile> readJar(JarURLConnection index) throws IOException {
    URL jar = index.getJarFileURL();
    try (var files = FileSystems.newFileSystem(Path.of(URI.create(jar.toString())))) {
      return readFolder(files.getPath(index.getEntryName()).getParent());
    }
  }

  private static Map<String, PageFile> readFolder(Path folder) throws IOException {
    var files = new TreeMap<String, PageFile>();
    try (var all = Files.newDirectoryStream(folder)) {
      for (var file : all) {
        var name = file.getFileName().toString();
        var type = type(name);
        if (!type.isEmpty()) {
          files.put(name, file(type, Files.readAllBytes(file)));
        }
      }
    }
    return files;
  }

  private static PageFile readVendor(String name) throws IOException {
    try (var in = PageFiles.class.getResourceAsStream(WEBJARS + name)) {
      return file(type(name), Objects.requireNonNull(in, name).readAllBytes());
    }
  }

  private static PageFile file(String type, byte[] bytes) {
    return new PageFile(type, bytes, Etag.of(bytes));
  }

  private static String type(String name) {
    return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "");
  }
}
