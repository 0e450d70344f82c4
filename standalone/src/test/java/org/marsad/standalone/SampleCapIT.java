package org.marsad.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.audience.Audience;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.feeds.cap.CapCheck;
import org.marsad.consumer.feeds.cap.CapWriter;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.processor.settings.Rules;
import org.marsad.producer.imports.Imports;
import org.marsad.producer.imports.Include;
import org.marsad.producer.places.Gazetteer;
import org.marsad.producer.report.Places;
import org.marsad.standalone.backtest.Backtest;

/**
 * Every revision that the bundled sample leads to, as a CAP message for everybody who may see it.
 */
class SampleCapIT {
  @TempDir private Path folder;

  @Test
  void shouldPassOurChecksForEveryAlertOfTheSampleAndEveryAudience() throws Exception {
    // Given
    var gazetteer = Gazetteer.bundled();
    var areas = new AreaDirectory();
    gazetteer.areas().forEach(areas::onProfile);
    var imports = new Imports(gazetteer::resolve, Include.ALL, null);
    var alerts =
        new Backtest(gazetteer, Rules.DEFAULTS, imports, line -> {})
            .run(
                Imports.Format.MARSAD_JSONL,
                List.of(sample("autumn-2016.jsonl"), sample("exercise.jsonl")))
            .alerts();
    var writer = new CapWriter("marsad.example.org", areas);
    // When
    var messages = 0;
    var types = EnumSet.noneOf(MessageType.class);
    var rules = EnumSet.noneOf(Rule.class);
    var realities = EnumSet.noneOf(Reality.class);
    for (var alert : alerts) {
      types.add(alert.getMessageType());
      alert.getFindings().forEach(finding -> rules.add(finding.getRule()));
      realities.add(alert.getReality());
      for (var audience : audiences(alert)) {
        var view = audience.view(alert);
        if (view.isPresent()) {
          var message = writer.write(view.get(), audience, alert.getReferences());
          // Then
          assertThat(CapCheck.faults(message))
              .as("%s %s of %s", audience, alert.getRevision(), alert.getAlertId())
              .isEmpty();
          messages++;
        }
      }
    }
    assertThat(types).containsExactlyInAnyOrder(MessageType.values());
    assertThat(realities).contains(Reality.ACTUAL, Reality.EXERCISE);
    assertThat(rules)
        .contains(
            Rule.CASUALTIES,
            Rule.HEAVIEST_IN_DAYS,
            Rule.RESIDENTIAL_STRIKE,
            Rule.REPEAT_STRIKE,
            Rule.HOSPITAL_SURGE);
    assertThat(messages).isGreaterThan(4 * alerts.size());
    System.out.printf("CAP messages checked: %d of %d revisions%n", messages, alerts.size());
  }

  /** Every role, and each hospital that it is addressed to. */
  private static List<Audience> audiences(Alert alert) {
    var audiences = new ArrayList<Audience>();
    for (var role : Role.values()) {
      audiences.add(new Audience(role, null));
    }
    if (alert.getAddressee() != null) {
      audiences.add(new Audience(Role.HOSPITAL, alert.getAddressee()));
    }
    return audiences;
  }

  private Path sample(String name) throws Exception {
    var copy = folder.resolve(name);
    try (var in =
        Objects.requireNonNull(
            Places.class.getResourceAsStream("/org/marsad/producer/sample/" + name))) {
      Files.copy(in, copy);
    }
    return copy;
  }
}
