package org.marsad.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.consumer.operations.explain.EvidenceReader;
import org.marsad.consumer.operations.explain.Explanation;
import org.marsad.message.Alert;
import org.marsad.message.CancelReason;
import org.marsad.message.Reality;
import org.marsad.message.ResidentialBasis;
import org.marsad.message.StrikeReport;
import org.marsad.message.SubjectKind;
import org.marsad.processor.settings.Rules;
import org.marsad.producer.places.Gazetteer;
import org.marsad.producer.publish.Fate;
import org.marsad.schemas.Findings;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.TopicReader;

class ExplainIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Instant NOW = Instant.parse("2016-11-15T13:10:00Z");

  @TempDir private Path data;

  @Test
  void shouldExplainAlertsOfTheSampleToSomebodyWhoHasNeverSeenTheSystem() throws Exception {
    try (var marsad = Running.in(data, List.of())) {
      var places = Gazetteer.bundled();
      publish(marsad, Sample.autumn2016(places::resolve));
      publish(marsad, Sample.exercise(places::resolve, NOW));
      await().atMost(PATIENCE).until(marsad::isDrained);

      // The heaviest day of the sample: its strikes add up, and the dates are subtracted
      assertThat(explain(marsad, "day:aleppo:2016-10-11"))
          .contains("Strikes in Aleppo on 11 Oct 2016: 59 killed (59–74).")
          .contains("since watching began on 15 Sep 2016, 26 days earlier.")
          .contains("11 Oct − 15 Sep = 26 days.")
          .contains("39 + 16 + 2 + 2 = 59")
          .contains("heaviest before 24 Sep 2016")
          .contains("THE 4 STRIKES IT IS ABOUT")
          .contains("HOW IT CAME ABOUT:")
          .contains("its time is only known to the day");

      // A strike of which only the town is known: a share of lived-in land, with its threshold
      assertThat(explain(marsad, byShare(marsad)))
          .contains("WHY IT COUNTS AS RESIDENTIAL")
          .contains("By share of lived-in land")
          .contains("57 % of the land in that circle is lived in")
          .contains("The rule asks for at least 50 %.");

      // A strike of the exercise that was taken back
      var withdrawn =
          alerts(marsad).stream()
              .filter(alert -> alert.getReality() == Reality.EXERCISE)
              .filter(alert -> alert.getReason() == CancelReason.WITHDRAWN)
              .findFirst()
              .orElseThrow();
      var beginning = withdrawn.getAlertId().substring(0, withdrawn.getAlertId().length() - 5);
      assertThat(explain(marsad, beginning))
          .startsWith("EXERCISE (nothing of this happened)")
          .contains("TAKEN BACK. What it said: A strike on 15 Nov 2016")
          .contains("every report of it was retracted (WITHDRAWN)")
          .doesNotContain("invented, no such strike"); // the report's note

      // Two observers who saw the same strike
      var merged =
          alerts(marsad).stream()
              .filter(alert -> alert.getReality() == Reality.EXERCISE && alert.getSources() == 2)
              .map(Alert::getAlertId)
              .distinct()
              .toList();
      assertThat(merged.stream().map(id -> explain(marsad, id)))
          .anyMatch(text -> text.contains("1 min apart") && text.contains("200 m apart"));

      // Strikes that followed one another, with the sums that they come to
      assertThat(explain(marsad, first(marsad, SubjectKind.WAVE)))
          .contains("each begun at most 30 min after all before it had ended.")
          .contains("strike 2 ")
          .contains(" = ");

      assertThatThrownBy(() -> read(marsad, "nonsense")).hasMessageContaining("is unknown");
    }
  }

  private static void publish(Standalone marsad, List<StrikeReport> reports) throws Exception {
    var fates = reports.stream().map(marsad.publisher()::publish).toList();
    for (var fate : fates) {
      assertThat(fate.get(1, TimeUnit.MINUTES)).isInstanceOf(Fate.Published.class);
    }
  }

  private static String byShare(Standalone marsad) {
    return alerts(marsad).stream()
        .filter(
            alert -> {
              var verdict = Findings.residential(alert);
              return verdict != null && verdict.getBasis() == ResidentialBasis.RADIUS;
            })
        .findFirst()
        .orElseThrow()
        .getAlertId();
  }

  private static String first(Standalone marsad, SubjectKind kind) {
    return alerts(marsad).stream()
        .filter(alert -> alert.getSubject().getKind() == kind)
        .findFirst()
        .orElseThrow()
        .getAlertId();
  }

  private static List<Alert> alerts(Standalone marsad) {
    var codec = MessageCodec.of(Alert.class);
    return TopicReader.readAll(kafka(marsad), marsad.topics().alerts()).stream()
        .map(record -> codec.decode(record.value()))
        .toList();
  }

  /** The explanation on one line, so that line breaks do not matter; each line fits. */
  private static String explain(Standalone marsad, String alertId) {
    try {
      var lines = read(marsad, alertId);
      assertThat(lines).allMatch(line -> line.replaceAll("[\\u2066-\\u2069]", "").length() <= 100);
      return String.join(" ", lines).replaceAll(" +", " ");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> read(Standalone marsad, String alertId) throws IOException {
    var evidence = new EvidenceReader(kafka(marsad), marsad.topics()).read(alertId);
    return Explanation.of(evidence, null, ExplainThresholds.of(Rules.DEFAULTS));
  }

  private static Map<String, Object> kafka(Standalone marsad) {
    return Map.of("bootstrap.servers", marsad.bootstrapServers());
  }
}
