package org.marsad.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.text.AlertText;
import org.marsad.consumer.text.Gsm7;
import org.marsad.message.Alert;
import org.marsad.message.CancelReason;
import org.marsad.message.Finding;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.processor.settings.Rules;
import org.marsad.producer.imports.Imports;
import org.marsad.producer.imports.Include;
import org.marsad.producer.places.Gazetteer;
import org.marsad.producer.report.Places;
import org.marsad.standalone.backtest.Backtest;

/** What the sample's alerts say in both languages, to those who read no JSON. */
class SampleTextsIT {
  private static final String CODE = "K7Q2CD";
  private static final int PART_UCS2 = 70;
  private static final int PART_GSM7 = 160;

  @TempDir private Path folder;

  @Test
  void shouldFitEveryAlertOfTheSampleIntoOneSmsInBothLanguages() throws Exception {
    // Given every revision of every alert that the real facts and the exercise lead to
    var gazetteer = Gazetteer.bundled();
    var alerts = alerts(gazetteer);
    assertThat(alerts).hasSizeGreaterThan(50);
    assertThat(alerts.stream().flatMap(alert -> alert.getFindings().stream()))
        .extracting(Finding::getRule)
        .contains(Rule.CASUALTIES, Rule.HEAVIEST_IN_DAYS, Rule.RESIDENTIAL_STRIKE)
        .contains(Rule.REPEAT_STRIKE, Rule.HOSPITAL_SURGE, Rule.WAVE);
    assertThat(EnumSet.allOf(MessageType.class))
        .allMatch(type -> alerts.stream().anyMatch(alert -> alert.getMessageType() == type));
    var names = new AreaDirectory();
    gazetteer.areas().forEach(names::onProfile);
    // Then
    var english = AlertText.in(names, Locale.ENGLISH);
    var arabic = AlertText.in(names, Locale.forLanguageTag("ar"));
    for (var alert : alerts) {
      var inEnglish = english.shortForm(alert, null, CODE);
      assertThat(Gsm7.isEncodable(inEnglish)).as(inEnglish).isTrue();
      assertThat(Gsm7.septets(inEnglish)).as(inEnglish).isLessThanOrEqualTo(PART_GSM7);
      assertMarked(inEnglish, alert, "EXERCISE: ");
      assertThat(inEnglish).doesNotContain("CANCEL");
      assertThat(inEnglish.contains("WITHDRAWN: "))
          .isEqualTo(alert.getReason() == CancelReason.WITHDRAWN);

      var inArabic = arabic.shortForm(alert, null, CODE);
      assertThat(inArabic.length()).as(inArabic).isLessThanOrEqualTo(PART_UCS2);
      assertMarked(inArabic, alert, "تمرين: ");

      assertWhole(english, alert);
      assertWhole(arabic, alert);
      assertThat(withoutIsolated(String.join("\n", arabic.body(alert, null))))
          .doesNotContainPattern("[A-Za-z]");
    }
  }

  private static void assertMarked(String sms, Alert alert, String exercise) {
    assertThat(sms).contains(CODE);
    assertThat(sms.startsWith(exercise)).as(sms).isEqualTo(alert.getReality() == Reality.EXERCISE);
  }

  /** Nothing is left to fill in, no code shows. */
  private static void assertWhole(AlertText text, Alert alert) {
    assertThat(Stream.concat(Stream.of(text.headline(alert)), text.body(alert, null).stream()))
        .allSatisfy(
            said ->
                assertThat(said)
                    .isNotBlank()
                    .doesNotContain("{", "}", "null")
                    .doesNotContainPattern("[A-Z]{2,}_[A-Z]"));
  }

  private static String withoutIsolated(String text) {
    return text.replaceAll("[\u2066\u2068][^\u2069]*\u2069", "");
  }

  private List<Alert> alerts(Gazetteer gazetteer) throws Exception {
    var files = List.of(copy("autumn-2016.jsonl"), copy("exercise.jsonl"));
    var imports = new Imports(gazetteer::resolve, Include.ALL, null);
    return new Backtest(gazetteer, Rules.DEFAULTS, imports, line -> {})
        .run(Imports.Format.MARSAD_JSONL, files)
        .alerts();
  }

  private Path copy(String name) throws IOException {
    var file = folder.resolve(name);
    try (var in = Places.class.getResourceAsStream("/org/marsad/producer/sample/" + name)) {
      Files.copy(Objects.requireNonNull(in), file);
    }
    return file;
  }
}
