package org.marsad.producer.places;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Assumptions;

/** The real files that lie outside the project; tests that need them skip where they are absent. */
public final class SharedData {
  private static final Path FOLDER = Path.of("..", "..", "shared", "data");

  private SharedData() {}

  /** A file of the shared folder; skips the test, saying why, where it is absent. */
  public static Path file(String name) {
    var file = FOLDER.resolve(name);
    Assumptions.assumeTrue(Files.exists(file), file + " is absent: this test needs the real data");
    return file;
  }

  public static Path polygons() {
    return file("aleppo-neighbourhoods/Neighborhoods.geojson");
  }

  public static Path spellings() {
    return file("aleppo-neighbourhoods/neighborhoods-names.json");
  }

  /** Rows of the recorded events, columns by name. */
  public static List<CSVRecord> events() throws IOException {
    return csv(
        Files.newBufferedReader(file("ucdp-ged-syria/syria_2016-09-15_2016-10-31.csv")),
        CSVFormat.RFC4180);
  }

  /** Rows of populated places, columns by name. */
  public static List<CSVRecord> towns() throws IOException {
    var tabs = CSVFormat.TDF.builder().setQuote(null).setIgnoreSurroundingSpaces(false).get();
    return csv(Files.newBufferedReader(file("syria-towns/geonames_SY_cities500.tsv")), tabs);
  }

  /** Rows of a table that lies beside the tests. */
  static List<CSVRecord> table(Class<?> beside, String name) throws IOException {
    var resource = Objects.requireNonNull(beside.getResourceAsStream(name), name);
    return csv(new InputStreamReader(resource, StandardCharsets.UTF_8), CSVFormat.RFC4180);
  }

  private static List<CSVRecord> csv(Reader reader, CSVFormat format) throws IOException {
    var withHeader = format.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var parser = CSVParser.parse(reader, withHeader)) {
      return parser.getRecords();
    }
  }
}
