package org.marsad.standalone.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.standalone.timeline.Timeline.at;
import static org.marsad.standalone.timeline.Timeline.crew;
import static org.marsad.standalone.timeline.Timeline.subscriber;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first strike of an area needs no history: 38 people killed wake everybody at once. */
class FirstStrikeIT {
  @TempDir private Path folder;

  @Test
  void shouldWakeTheCrewsOfTheTownAtTheFirstStrikeAndThenOnlyWhenItMatters() throws Exception {
    try (var day =
        new Timeline(
            folder,
            crew("crew-east"),
            subscriber("crew-homs", "RESCUE", "areas: [homs]"),
            subscriber("newsroom", "PUBLIC", "areas: [aleppo]"))) {

      // 14:08, an observer has counted 38 dead
      var first = Report.by("observer-a", "1").at(at("14:05")).in("al-fardous").killed(38);
      day.at("14:08", first);
      assertThat(day.sms("crew-east"))
          .singleElement()
          .asString()
          .contains("38 killed", "al-Fardous")
          .hasSizeLessThanOrEqualTo(160);
      assertThat(day.notes("crew-east")).singleElement().matches(Screens.Note::isLoud);
      assertThat(day.sms("newsroom")).singleElement().asString().contains("38 killed");
      day.assertNothingFor("crew-homs");

      // 14:20, one more has died: the screen is right, and no phone rings
      var second = first.again().killed(39);
      day.at("14:20", second);
      assertThat(day.sms("crew-east")).isEmpty();
      assertThat(day.notes("crew-east"))
          .singleElement()
          .satisfies(
              note -> {
                assertThat(note.isLoud()).isFalse();
                assertThat(note.text()).contains("39 killed");
              });

      // 14:50, more than fifty
      day.at("14:50", second.again().killed(52));
      assertThat(day.sms("crew-east")).singleElement().asString().contains("52 killed");
      assertThat(day.notes("crew-east")).singleElement().matches(Screens.Note::isLoud);
      assertThat(day.screen("crew-east")).hasSize(1);
      day.assertNothingFor("crew-homs");
    }
  }
}
