package org.marsad.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;

/**
 * The bytes of an example as one version wrote them ({@code .hex}), and its values ({@code .json}).
 * Written once, never again.
 */
record GoldenFile(Path folder, String message, int version) {
  /** Where they lie, seen from the module's folder. */
  static final Path FOLDER = Path.of("src/test/resources/golden");

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int DIGITS_A_LINE = 96;

  boolean exists() {
    return Files.exists(file("hex"));
  }

  byte[] bytes() throws IOException {
    return HexFormat.of().parseHex(Files.readString(file("hex")).replaceAll("\\s", ""));
  }

  JsonNode values() throws IOException {
    return MAPPER.readTree(Files.readString(file("json")));
  }

  /**
   * Writes it for the first time.
   *
   * @throws java.nio.file.FileAlreadyExistsException when it exists: what was once on the wire does
   *     not change
   */
  void writeNew(byte[] bytes, JsonNode values) throws IOException {
    var lines = HexFormat.of().formatHex(bytes).replaceAll("(.{" + DIGITS_A_LINE + "})", "$1\n");
    create(file("hex"), lines.strip() + "\n");
    create(file("json"), values.toPrettyString() + "\n");
  }

  static void create(Path file, String text) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  private Path file(String kind) {
    return folder.resolve("%s-v%d.%s".formatted(message, version, kind));
  }
}
