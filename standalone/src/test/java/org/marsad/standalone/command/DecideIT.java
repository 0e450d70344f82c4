package org.marsad.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.message.Decision;
import org.marsad.message.DecisionKind;
import org.marsad.message.DecisionStatus;
import org.marsad.message.EmergencyDepartment;
import org.marsad.message.HospitalStatus;
import org.marsad.message.Reality;
import org.marsad.message.Staffing;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.TopicReader;
import org.marsad.standalone.Folders;
import org.marsad.standalone.RunningMarsad;
import org.marsad.standalone.Standalone;

/** What people decide and hospitals say, from the command line into the log. */
class DecideIT {
  @TempDir private static Path data;
  private static Standalone marsad;
  private static List<String> reports;

  @BeforeAll
  static void start() throws Exception {
    marsad = RunningMarsad.start(data);
    reports = List.of(report("1", "ACTUAL"), report("2", "ACTUAL"), report("3", "EXERCISE"));
  }

  @AfterAll
  static void stop() {
    marsad.close();
  }

  @Test
  void shouldDecideTakeBackAndShowWhoDecidedWhatAndWhy() {
    // When the officer decides, finds out better, and decides again
    var decided =
        marsad("associate", reports.get(1), reports.get(0), "--area", "aleppo")
            .with("--reason", "one crater, two sides");
    var withdrawn =
        marsad("associate", reports.get(0), reports.get(1), "--area", "aleppo")
            .with("--reason", "two craters", "--withdraw");
    var preferred =
        marsad("prefer", reports.get(0), "--area", "aleppo")
            .with("--reason", "counted at the morgue");
    // Then
    assertThat(decided.out())
        .isEqualTo(
            "marsad: decided: %s and %s are one strike, aleppo, by local: one crater, two sides (revision 1)%n"
                .formatted(reports.get(0), reports.get(1)));
    assertThat(List.of(decided.status(), withdrawn.status(), preferred.status())).containsOnly(0);
    assertThat(withdrawn.out()).startsWith("marsad: withdrawn: ").contains("(revision 2)");
    var log = decisions(DecisionKind.ASSOCIATE);
    assertThat(log).hasSize(2);
    assertThat(log.get(0).getReportIds()).containsExactly(reports.get(0), reports.get(1));
    assertThat(log.get(0).getStatus()).isEqualTo(DecisionStatus.STANDING);
    assertThat(log.get(0).getReality()).isEqualTo(Reality.ACTUAL);
    assertThat(log.get(1).getStatus()).isEqualTo(DecisionStatus.WITHDRAWN);
    assertThat(log.get(1).getDecisionId()).isEqualTo(log.get(0).getDecisionId());
    // and the audit shows all of it
    var audit = marsad("decisions", "--area", "aleppo").with();
    assertThat(audit.status()).isZero();
    assertThat(audit.out().lines())
        .anyMatch(line -> line.contains("  REPLACED   ") && line.contains("one crater"))
        .anyMatch(line -> line.contains("  WITHDRAWN  ") && line.contains("by local"))
        .anyMatch(line -> line.contains("  STANDING   ") && line.contains("counts first"))
        .allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\dZ  .*"));
    assertThat(marsad("decisions", "--area", "homs").with().out()).isEmpty();
    // and nothing can be taken back twice
    var again =
        marsad("associate", reports.get(0), reports.get(1), "--area", "aleppo")
            .with("--reason", "y", "--withdraw");
    assertThat(again.status()).isEqualTo(2);
    assertThat(again.errors()).contains("withdraw: nothing stands (expected: ");
  }

  @Test
  void shouldDecideAboutAnExerciseOnlyWhereThatIsSaid() {
    var alone = marsad("prefer", reports.get(2), "--area", "aleppo");
    assertThat(alone.with("--reason", "y"))
        .satisfies(
            refused -> {
              assertThat(refused.status()).isEqualTo(2);
              assertThat(refused.errors())
                  .contains(": EXERCISE (expected: ACTUAL, or a decision about");
            });
    assertThat(alone.with("--reason", "y", "--reality", "EXERCISE").out())
        .contains("decided: EXERCISE ");
  }

  @Test
  void shouldRefuseWhatIsUnknownTwiceOrUnsaidInOneLineEach() {
    var known = reports.get(0);
    assertFault(
        "src-x:9: unknown (expected: a report of aleppo: its id, or its beginning alone)",
        "disassociate",
        known,
        "src-x:9",
        "--area",
        "aleppo",
        "--reason",
        "y");
    assertFault(
        known + ": in aleppo (expected: a report of homs)",
        "prefer",
        known,
        "--area",
        "homs",
        "--reason",
        "y");
    assertFault(
        known + ": twice (expected: two reports)",
        "associate",
        known,
        known,
        "--area",
        "aleppo",
        "--reason",
        "y");
    assertFault(
        "reason: 301 characters (expected: text, 1 to 300 characters)",
        "prefer",
        known,
        "--area",
        "aleppo",
        "--reason",
        "y".repeat(301));
    assertFault("--reason", "prefer", known, "--area", "aleppo", "--by", "x");
    assertFault("REPORT_ID", "associate", known, "--area", "aleppo", "--reason", "y");
    assertThat(decisions(DecisionKind.DISASSOCIATE)).isEmpty();
  }

  @Test
  void shouldSayWhetherAHospitalReceives() {
    // When
    var said =
        hospital(
            "exercise-hospital-b",
            "--emergency",
            "ADVISORY",
            "--beds",
            "4",
            "--operating-rooms",
            "1",
            "--staffing",
            "INSUFFICIENT",
            "--reality",
            "EXERCISE");
    var unknown = hospital("no-such-hospital", "--emergency", "CLOSED");
    var negative = hospital("exercise-hospital-b", "--emergency", "NORMAL", "--beds", "-1");
    var unsaid = hospital("exercise-hospital-b");
    // Then
    assertThat(said.out()).isEqualTo("marsad: published exercise-hospital-b%n".formatted());
    assertThat(said.status()).isZero();
    assertThat(unknown.status()).isEqualTo(1);
    assertThat(unknown.errors())
        .isEqualTo("marsad: hospital: no-such-hospital is unknown%n".formatted());
    assertThat(negative.status()).isEqualTo(2);
    assertThat(negative.errors()).contains("bedsAvailable: -1 (expected: ");
    assertThat(unsaid.status()).isEqualTo(2);
    assertThat(unsaid.errors().lines()).hasSize(1);
    var codec = MessageCodec.of(HospitalStatus.class);
    var statuses =
        TopicReader.readAll(kafka(), marsad.topics().hospitalStatus()).stream()
            .map(record -> codec.decode(record.value()))
            .toList();
    // each area that lists the hospital hears of it, once
    assertThat(statuses)
        .extracting(HospitalStatus::getArea)
        .doesNotHaveDuplicates()
        .contains("aleppo", "al-bab");
    assertThat(statuses)
        .allSatisfy(
            status -> {
              assertThat(status.getEmergencyDepartment()).isEqualTo(EmergencyDepartment.ADVISORY);
              assertThat(status.getBedsAvailable()).isEqualTo(4);
              assertThat(status.getOperatingRoomsAvailable()).isEqualTo(1);
              assertThat(status.getStaffing()).isEqualTo(Staffing.INSUFFICIENT);
              assertThat(status.getReality()).isEqualTo(Reality.EXERCISE);
            });
  }

  private static void assertFault(String fault, String... command) {
    var refused = marsad(command).with();
    assertThat(refused.status()).as(fault).isEqualTo(2);
    assertThat(refused.errors()).contains(fault);
    assertThat(refused.errors().lines()).hasSize(1);
    assertThat(refused.out()).isEmpty();
  }

  private static List<Decision> decisions(DecisionKind kind) {
    var codec = MessageCodec.of(Decision.class);
    return TopicReader.readAll(kafka(), marsad.topics().decisions()).stream()
        .map(record -> codec.decode(record.value()))
        .filter(decision -> decision.getKind() == kind)
        .toList();
  }

  private static String report(String localId, String reality) throws Exception {
    var report =
        """
        {"localId": "%s", "reality": "%s", "occurredFrom": "%s", "placeText": "الفردوس"}\
        """
            .formatted(localId, reality, Instant.now().minusSeconds(600));
    var answer = RunningMarsad.post(marsad, new Folders(data), report);
    return answer.replaceAll(".*\"reportId\":\"([^\"]+)\".*", "$1");
  }

  private static Run hospital(String... arguments) {
    var all = new ArrayList<>(List.of("hospital"));
    all.addAll(List.of(arguments));
    return new Asking(marsad, data).run(all.toArray(String[]::new));
  }

  private static Command marsad(String... arguments) {
    return more -> {
      var all = new ArrayList<>(List.of(arguments));
      all.addAll(List.of(more));
      return new Asking(marsad, data).run(all.toArray(String[]::new));
    };
  }

  private static Map<String, Object> kafka() {
    return Map.of("bootstrap.servers", marsad.bootstrapServers());
  }

  private interface Command {
    Run with(String... more);
  }
}
