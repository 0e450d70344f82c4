package org.marsad.standalone.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.standalone.timeline.Timeline.at;
import static org.marsad.standalone.timeline.Timeline.crew;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.message.DecisionKind;

/**
 * Two strikes turn out to be one: its alert goes on, the other says so, and no phone rings twice.
 */
class MergedStrikesIT {
  @TempDir private Path folder;

  @Test
  void shouldGoOnWithOneAlertWhenTwoStrikesAreOne() throws Exception {
    try (var day = new Timeline(folder, crew("crew-east"))) {
      // 14:10, two observers name two neighbourhoods
      day.at(
          "14:10",
          Report.by("observer-a", "1").at(at("14:05")).in("al-fardous").killed(7),
          Report.by("observer-b", "1").at(at("14:06")).in("sheikh-najjar").killed(8));
      assertThat(day.sms("crew-east")).hasSize(2);
      assertThat(day.notes("crew-east")).hasSize(2);

      // 14:30, operations find out that they saw one strike
      day.decides(DecisionKind.ASSOCIATE, "14:30", "observer-a:1", "observer-b:1");
      assertThat(day.sms("crew-east")).noneMatch(text -> text.contains("withdrawn"));
      assertThat(day.notes("crew-east")).noneMatch(Screens.Note::isLoud);
      assertThat(day.screen("crew-east"))
          .hasSize(2)
          .anySatisfy(text -> assertThat(text).containsIgnoringCase("part of another"));
    }
  }
}
