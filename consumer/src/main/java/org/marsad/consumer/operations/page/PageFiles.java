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
      return index.openConnection() instanceof JarURLConnection jar
          ? readJar(jar)
          : readFolder(Path.of(URI.create(index.toString())).getParent());
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
        var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type != null) {
          var bytes = Files.readAllBytes(file);
          files.put(name, new PageFile(type, bytes, Etag.of(bytes)));
        }
      }
    }
    return files;
  }
}
