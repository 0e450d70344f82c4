package org.marsad.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.message.AreaProfile;
import org.marsad.producer.places.Gazetteer;
import org.marsad.schemas.Areas;
import org.marsad.standalone.records.ClaimedRecord;
import org.marsad.standalone.records.CountedRecords;

/** The records that stand after a backtest of real events are those of its final strikes. */
class RecordsIT {
  private static final Path UCDP =
      Path.of("../../shared/data/ucdp-ged-syria/syria_2016-09-15_2016-10-31.csv");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  /**
   * Attacks from the air, as a backtest reads them; and every event, of which more are known to the
   * week or the month only.
   */
  @ParameterizedTest
  @CsvSource({"air, 359", "all, 749"})
  void shouldLeaveTheRecordsThatTheFinalStrikesMake(String include, int reports) throws Exception {
    Assumptions.assumeThat(UCDP).as("the real data lies beside the project").exists();
    // When
    var alerts = folder.resolve("alerts.jsonl");
    var strikes = folder.resolve("strikes.jsonl");
    var status =
        MarsadCommand.run(
            "backtest",
            "--format=ucdp-ged",
            "--include=" + include,
            "--alerts-out=" + alerts,
            "--strikes-out=" + strikes,
            UCDP.toString());
    // Then
    assertThat(status).isZero();
    var expected = CountedRecords.of(read(strikes), zones());
    assertThat(standing(read(alerts)))
        .containsExactlyInAnyOrderElementsOf(expected)
        .hasSizeGreaterThan(50);
    assertThat(read(strikes)).hasSizeGreaterThanOrEqualTo(reports);
  }

  private static List<ClaimedRecord> standing(List<JsonNode> alerts) {
    var newest = new TreeMap<String, JsonNode>();
    for (var alert : alerts) {
      if (alert.get("rule").asText().equals("HEAVIEST_IN_DAYS")) {
        newest.put(alert.get("alertId").asText(), alert);
      }
    }
    return newest.values().stream()
        .filter(alert -> !alert.get("messageType").asText().equals("CANCEL"))
        .map(ClaimedRecord::read)
        .toList();
  }

  private static Map<String, ZoneId> zones() {
    var zones = new TreeMap<String, ZoneId>();
    for (AreaProfile area : Gazetteer.bundled().areas()) {
      // The count below takes records to begin with the first report
      assertThat(area.getRecordsBegan()).isNull();
      zones.put(area.getCode(), ZoneId.of(area.getTimeZone()));
    }
    zones.remove(Areas.UNPLACED);
    return zones;
  }

  private static List<JsonNode> read(Path lines) throws IOException {
    var read = new ArrayList<JsonNode>();
    for (var line : Files.readAllLines(lines)) {
      read.add(JSON.readTree(line));
    }
    return read;
  }
}
