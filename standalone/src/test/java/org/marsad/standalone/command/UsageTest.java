package org.marsad.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.standalone.client.StandIn;

/** What is refused before anything starts. */
class UsageTest {
  @ParameterizedTest
  @CsvSource({
    "--rules new.yaml, --rules: given with --compare (expected: one or the other)",
    "--alerts-out a, --alerts-out: given with --compare (expected: one or the other)",
    "--strikes-out a, --strikes-out: given with --compare (expected: one or the other)",
    "--rejected-out a, --rejected-out: given with --compare (expected: one or the other)",
    "--subscribers s.yaml, --subscribers: given with --compare (expected: one or the other)",
    "--compare default default, --compare: given twice (expected: once)"
  })
  void shouldRefuseWhatContradictsACompare(String more, String message) {
    assertThat(run("backtest --compare default default " + more + " reports.jsonl"))
        .isEqualTo("2 marsad: " + message);
  }

  @Test
  void shouldRefuseAPlaceForDifferencesWithoutACompare() {
    assertThat(run("backtest --compare-out d.jsonl reports.jsonl"))
        .isEqualTo("2 marsad: --compare-out: given without --compare (expected: both)");
  }

  @Test
  void shouldRefuseAPlaceForWhatWasToldWithoutSubscribers() {
    assertThat(run("backtest --told-out t.jsonl reports.jsonl"))
        .isEqualTo("2 marsad: --told-out: given without --subscribers (expected: both)");
  }

  @Test
  void shouldTellEveryFaultOfSubscribersBeforeItRehearses(@TempDir Path folder) throws IOException {
    var text = "- {id: a, role: RESCUE, areas: [alepo], channels: [{type: terminal}]}\n";
    var file = Files.writeString(folder.resolve("s.yaml"), text);
    assertThat(run("backtest --subscribers " + file + " absent.jsonl"))
        .startsWith("2 marsad: line 1: subscribers[0].areas")
        .contains("alepo");
  }

  @Test
  void shouldRefuseAnAreaOrASiteThatDoesNotExist(@TempDir Path folder) throws IOException {
    var text =
        "- {id: a, role: RESCUE, areas: [alepo], channels: [{type: terminal}]}\n"
            + "- {id: b, role: HOSPITAL, site: no-such, areas: [aleppo], channels: [{type:"
            + " terminal}]}\n";
    var file = Files.writeString(folder.resolve("s.yaml"), text);
    assertThat(run("subscribers check " + file)).startsWith("1 ").contains("alepo", "no-such");
  }

  @Test
  void shouldSayWhichRulesFileIsMissing() {
    assertThat(run("backtest --compare default absent.yaml reports.jsonl"))
        .isEqualTo("1 marsad: absent.yaml: not found");
  }

  @Test
  void shouldSayThatAFileIsMissing() {
    assertThat(run("subscribers check absent.yaml")).isEqualTo("1 marsad: absent.yaml: not found");
  }

  @Test
  void shouldSayThatAnArchiveIsMissing(@TempDir Path folder) {
    var absent = folder.resolve("absent");
    for (var command : List.of("list", "export alerts")) {
      assertThat(run("archive " + command + " --archive " + absent))
          .isEqualTo("1 marsad: " + absent + ": not found");
    }
    assertThat(run("archive list --archive " + folder)).isEqualTo("0 ");
  }

  /** Where the intake cannot use what was said, saying something else helps. */
  @ParameterizedTest
  @CsvSource({"400, 2", "422, 2", "401, 1", "503, 1"})
  void shouldTellAReportThatIsSaidWronglyFromAFailure(int answer, int status, @TempDir Path folder)
      throws IOException {
    try (var server = new StandIn()) {
      var body = "{\"errors\":[{\"field\":\"killed\",\"value\":\"x\",\"expected\":\"a count\"}]}";
      server.then(answer, body);
      var token = Files.writeString(folder.resolve("token"), "x");
      assertThat(run("report --place x --url " + server.url() + " --token-file " + token))
          .isEqualTo(status + " marsad: killed: x (expected: a count)");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "explan, did you mean explain",
    "watch --severty x, did you mean --severity",
    "archive lst, did you mean list",
    "qqq, see ./marsad --help",
    "archive list qqq, see ./marsad archive list --help"
  })
  void shouldHelpWithAWordThatItDoesNotKnow(String line, String help) {
    assertThat(run(line)).startsWith("2 marsad: Un").contains("; " + help).hasLineCount(1);
  }

  @Test
  void shouldPrintItsHelpAlone() {
    // When
    var alone = Run.of(List.of());
    // Then
    assertThat(alone).isEqualTo(Run.of(List.of("--help")));
    assertThat(alone.status()).isZero();
    assertThat(alone.out()).startsWith("Usage: marsad").contains("init", "backtest");
  }

  /** The local operator's token is not for them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.7:8080",
        "https://intake.example.org",
        "http://127.0.0.1.example.org",
        "http://localhost@example.org",
        "http://127.0.0.1%00.example.org",
        "intake"
      })
  void shouldAskForATokenForAnotherMachine(String url) {
    for (var command : List.of("report --place x", "hospital m --emergency NORMAL")) {
      assertThat(run(command + " --url " + url))
          .isEqualTo(
              "2 marsad: --token-file: absent"
                  + " (expected: the token that the Marsad of --url knows you by)");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:1", "http://localhost:1", "http://[::1]:1"})
  void shouldTakeTheLocalTokenForThisMachine(String url) {
    assertThat(run("report --place x --url " + url))
        .startsWith("2 marsad: --token-file: absent (expected: a token; there is none at ")
        .endsWith("operator.token)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "report --place x",
        "place r --area a --reason x",
        "hospital m --emergency NORMAL",
        "rejected resend 1"
      })
  void shouldNeedNoMarsadAtThisMachineWhereUrlAndTokenAreGiven(String command, @TempDir Path folder)
      throws IOException {
    var token = Files.writeString(folder.resolve("token"), "x");
    assertThat(run(command + " --url http://127.0.0.1:1 --token-file " + token))
        .startsWith("1 marsad: no Marsad answers at http://127.0.0.1:1 (start one: ");
  }

  @ParameterizedTest
  @CsvSource({
    "sources, 'add, heard, list or remove'",
    "sites, 'add, list or remove'",
    "users, 'add, list or remove'"
  })
  void shouldAskWhatToDoWithABook(String book, String expected) {
    assertThat(run(book))
        .isEqualTo("2 marsad: %s: absent (expected: %s)".formatted(book, expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"place r", "prefer r", "mute --for 2h"})
  void shouldAskWhySomethingIsDecided(String command) {
    assertThat(run(command + " --area a --reason x")).startsWith("1 marsad: no Marsad is running");
    assertThat(run(command + " --area a"))
        .startsWith("2 marsad: Missing required option: '--reason");
  }

  @Test
  void shouldAskWhenAStrikeHappenedThatIsCorrected() {
    assertThat(run("report --place x --id f1 --revision 2 --killed 6"))
        .startsWith(
            "2 marsad: --at: absent"
                + " (expected: when it happened; revision 2 replaces all that was said)");
  }

  @Test
  void shouldTellEveryFaultOfAFileOfSubscribers(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("s.yaml"), "- id: a\n  role: COOK\n");
    assertThat(run("subscribers check " + file))
        .startsWith("1 marsad: line 2: subscribers[0].role: COOK (expected: one of [")
        .contains("marsad: line 1: subscribers[0].channels: absent")
        .endsWith("marsad: 3 faults");
  }

  @Test
  void shouldFindNoFaultInASoundFileOfSubscribers(@TempDir Path folder) throws IOException {
    var text = "- {id: a, role: OPS, areas: ['*'], channels: [{type: terminal}]}\n";
    var file = Files.writeString(folder.resolve("s.yaml"), text);
    assertThat(run("subscribers check " + file)).isEqualTo("0 marsad: 1 subscribers, no fault");
  }

  /** The status, and what stands on standard error. */
  private static String run(String line) {
    var errors = System.err;
    var said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      var status = MarsadCommand.run(line.split(" +", -1));
      return status + " " + said.toString(StandardCharsets.UTF_8).strip();
    } finally {
      System.setErr(errors);
    }
  }
}
