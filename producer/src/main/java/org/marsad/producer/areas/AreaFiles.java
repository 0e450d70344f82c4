package org.marsad.producer.areas;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.marsad.message.AreaProfile;
import org.marsad.schemas.MessageJson;

/**
 * Files of areas: JSON Lines, one {@link AreaProfile} a line with the Avro field names. Blank lines
 * and lines that begin with {@code #} are skipped. Everything else that is not exactly an area
 * profile is refused with file, line, field, value and what was expected.
 */
public final class AreaFiles {
  private static final String BUNDLED = "/org/marsad/producer/places/syria.areas.jsonl";
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private AreaFiles() {}

  /** The areas that ship with Marsad: towns and governorates of Syria, and {@code unplaced}. */
  public static List<AreaProfile> bundled() {
    var resource = Objects.requireNonNull(AreaFiles.class.getResourceAsStream(BUNDLED), BUNDLED);
    try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      var areas = new LinkedHashMap<String, AreaProfile>();
      readInto(areas, lines, "syria.areas.jsonl");
      return List.copyOf(areas.values());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads files of areas.
   *
   * @param paths files, or directories whose {@code *.jsonl} files are read in the order of their
   *     names
   * @return areas in the order in which they stand
   * @throws AreaFileException when a line cannot be used, or a code stands twice
   * @throws IOException when a file cannot be read
   */
  public static List<AreaProfile> read(List<Path> paths) throws IOException {
    var areas = new LinkedHashMap<String, AreaProfile>();
    for (var path : paths) {
      for (var file : filesOf(path)) {
        try (var lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
          readInto(areas, lines, file.toString());
        }
      }
    }
    return List.copyOf(areas.values());
  }

  /** Writes areas, one a line, in the order given; an existing file is replaced as a whole. */
  public static void write(Path file, Collection<AreaProfile> areas) throws IOException {
    var draft = file.resolveSibling(file.getFileName() + ".tmp");
    Files.writeString(draft, text(areas), StandardCharsets.UTF_8);
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The areas as a file has them, one a line. */
  public static String text(Collection<AreaProfile> areas) {
    return areas.stream().map(area -> MessageJson.line(area) + "\n").collect(Collectors.joining());
  }

  static List<Path> filesOf(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (var files = Files.list(path)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
  }

  private static void readInto(Map<String, AreaProfile> areas, BufferedReader lines, String file)
      throws IOException {
    var number = 0;
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      try {
        var area = read(line);
        if (areas.putIfAbsent(area.getCode(), area) != null) {
          throw new AreaFileException("code: " + area.getCode() + " (expected: each code once)");
        }
      } catch (AreaFileException e) {
        throw new AreaFileException(file + ": line " + number + ": " + e.getMessage(), e);
      }
    }
  }

  private static AreaProfile read(String line) {
    try {
      var area = StrictRecords.areaProfile(MAPPER.readTree(line));
      AreaCheck.check(area);
      return area;
    } catch (JsonProcessingException e) {
      throw new AreaFileException("line: " + e.getOriginalMessage() + " (expected: JSON)", e);
    }
  }
}
