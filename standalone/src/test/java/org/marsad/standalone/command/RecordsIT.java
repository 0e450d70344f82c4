package org.marsad.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.message.AreaProfile;
import org.marsad.producer.places.Gazetteer;
import org.marsad.schemas.Areas;
import org.marsad.standalone.records.ClaimedRecord;
import org.marsad.standalone.records.CountedRecords;

/** The records that stand after a backtest of real files are those of its final strikes. */
class RecordsIT {
  private static final Path DATA = Path.of("../../shared/data");
  private static final Path UCDP = DATA.resolve("ucdp-ged-syria/syria_2016-09-15_2016-10-31.csv");
  private static final Path SIRENS = DATA.resolve("ua-sirens/ukraine_2022-03-15_2022-03-31.csv");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  /**
   * Attacks from the air, as a backtest reads them; and every event, of which more are known to the
   * week or the month only.
   */
  @ParameterizedTest
  @CsvSource({"air, 371", "all, 749"})
  void shouldLeaveTheRecordsThatTheFinalStrikesMake(String include, int reports) throws Exception {
    shouldLeaveTheRecordsOf(UCDP, reports, 20, "--format=ucdp-ged", "--include=" + include);
  }

  /** Times to the second, of which many cross midnight, in neighbourhoods; no count at all. */
  @Test
  void shouldLeaveTheRecordsOfSirensReadAsReports() throws Exception {
    shouldLeaveTheRecordsOf(
        SIRENS, 1656, 10, "--format=csv", "--mapping=../producer/docs/examples/sirens.yaml");
  }

  private void shouldLeaveTheRecordsOf(Path file, int reports, int least, String... options)
      throws IOException {
    Assumptions.assumeThat(file).as("the real data lies beside the project").exists();
    // When
    var alerts = folder.resolve("alerts.jsonl");
    var strikes = folder.resolve("strikes.jsonl");
    var line = new ArrayList<String>(List.of("backtest"));
    line.addAll(List.of(options));
    line.addAll(List.of("--alerts-out=" + alerts, "--strikes-out=" + strikes, file.toString()));
    var status = MarsadCommand.run(line.toArray(String[]::new));
    // Then
    assertThat(status).isZero();
    assertThat(read(strikes)).hasSize(reports);
    var expected = CountedRecords.of(read(strikes), zones());
    assertThat(standing(read(alerts))).isEqualTo(expected).hasSizeGreaterThan(least);
  }

  private static List<ClaimedRecord> standing(List<JsonNode> alerts) {
    var newest = new TreeMap<String, JsonNode>();
    alerts.forEach(alert -> newest.put(alert.get("alertId").asText(), alert));
    return newest.values().stream()
        .filter(alert -> !alert.get("messageType").asText().equals("CANCEL"))
        .flatMap(alert -> ClaimedRecord.read(alert).stream())
        .toList();
  }

  /** As the bundled areas have them; UTC where nothing is known; nowhere, nothing is counted. */
  private static Function<String, Optional<ZoneId>> zones() {
    var zones = new HashMap<String, ZoneId>();
    for (AreaProfile area : Gazetteer.bundled().areas()) {
      // The count takes records to begin with the first strike
      assertThat(area.getRecordsBegan()).isNull();
      zones.put(area.getCode(), ZoneId.of(area.getTimeZone()));
    }
    return area ->
        area.equals(Areas.UNPLACED)
            ? Optional.empty()
            : Optional.of(zones.getOrDefault(area, ZoneOffset.UTC));
  }

  private static List<JsonNode> read(Path lines) throws IOException {
    var read = new ArrayList<JsonNode>();
    for (var line : Files.readAllLines(lines)) {
      read.add(JSON.readTree(line));
    }
    return read;
  }
}
