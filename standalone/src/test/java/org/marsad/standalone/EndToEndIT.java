package org.marsad.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.consumer.archive.ArchiveFilter;
import org.marsad.consumer.archive.ArchiveReader;
import org.marsad.consumer.archive.Archived;

class EndToEndIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path data;

  @Test
  void shouldTellExactlyThoseConcernedExactlyOnceAndTakeItBackFromThem() throws Exception {
    try (var crewOfAleppo = new Receiver();
        var crewOfHoms = new Receiver();
        var marsad =
            Running.in(
                data,
                List.of(
                    crewOfAleppo.subscriber("crew-aleppo", "aleppo"),
                    crewOfHoms.subscriber("crew-homs", "homs")));
        var page = new EventStream(Desk.of(marsad, data))) {
      var observer = Running.operator(marsad, data);

      // An observer reports a strike
      assertThat(observer.post(report(1, "REPORTED", 4)).statusCode()).isEqualTo(202);
      await().atMost(PATIENCE).until(() -> types(crewOfAleppo).contains("alert.new"));
      await().atMost(PATIENCE).until(() -> revisions(page, "ALERT") == 1);

      // and corrects the number of dead
      observer.post(report(2, "REPORTED", 4 + 1));
      await().atMost(PATIENCE).until(() -> types(crewOfAleppo).contains("alert.update"));

      // and takes it back
      observer.post(report(3, "RETRACTED", 4 + 1));
      await().atMost(PATIENCE).until(() -> types(crewOfAleppo).contains("alert.cancel"));
      await().atMost(PATIENCE).until(() -> revisions(page, "CANCEL") == 1);
      await().atMost(PATIENCE).until(marsad::isDrained);

      // Then each revision came once, genuine, to those concerned and to nobody else
      assertThat(types(crewOfAleppo)).containsExactly("alert.new", "alert.update", "alert.cancel");
      assertThat(crewOfAleppo.received()).doesNotHaveDuplicates();
      assertThat(crewOfAleppo.forged()).isEmpty();
      assertThat(crewOfHoms.received()).isEmpty();
      assertThat(aboutStrikes(page))
          .extracting(alert -> alert.path("messageType").asText())
          .containsExactly("ALERT", "UPDATE", "CANCEL");
      await()
          .atMost(PATIENCE)
          .until(() -> archived().stream().filter(EndToEndIT::isOfAStrike).count() >= 3);

      // and nobody learns who reported
      assertThat(crewOfAleppo.received().toString()).doesNotContain("src-", "local operator");
    }

    // and the files that stay hold each revision once
    assertThat(archived()).doesNotHaveDuplicates().filteredOn(EndToEndIT::isOfAStrike).hasSize(3);
  }

  @Test
  void shouldAnswerAnUnusableReportWithAllItsFaults() throws Exception {
    try (var marsad = Running.in(data, List.of())) {
      var answer =
          Running.operator(marsad, data)
              .post("{\"localId\": \"x\", \"occurredFrom\": \"yesterday\", \"killd\": 3}");
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).contains("occurredFrom", "killd");
      assertThat(new Reporter(marsad.url(), "wrong").post("{}").statusCode()).isEqualTo(401);
    }
  }

  private List<String> archived() throws Exception {
    var out = new StringWriter();
    new ArchiveReader(new Folders(data).archive()).export(Archived.ALERTS, ArchiveFilter.ALL, out);
    return out.toString().lines().toList();
  }

  private static List<String> types(Receiver receiver) {
    return receiver.received().stream()
        .filter(message -> isAbout(message.path("data")))
        .map(message -> message.path("type").asText())
        .toList();
  }

  private static boolean isOfAStrike(String line) {
    return line.contains("\"alertId\":\"strike:");
  }

  private static List<JsonNode> aboutStrikes(EventStream page) {
    return page.alerts().stream().filter(EndToEndIT::isAbout).toList();
  }

  /** A day may be the heaviest too, but this story is about one strike. */
  private static boolean isAbout(JsonNode alert) {
    return alert.at("/subject/kind").asText().equals("STRIKE");
  }

  private static long revisions(EventStream page, String messageType) {
    return aboutStrikes(page).stream()
        .map((JsonNode alert) -> alert.path("messageType").asText())
        .filter(messageType::equals)
        .count();
  }

  private static String report(int revision, String status, int killed) {
    var at = Instant.now().minus(5, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.HOURS);
    return """
    {"localId": "7", "revision": %d, "status": "%s", "occurredFrom": "%s",
     "timePrecision": "MINUTE", "placeText": "الفردوس", "killed": %d}
    """
        .formatted(revision, status, at, killed);
  }
}
