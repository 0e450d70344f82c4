package org.marsad.standalone.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.standalone.timeline.Timeline.at;
import static org.marsad.standalone.timeline.Timeline.crew;
import static org.marsad.standalone.timeline.Timeline.subscriber;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A crew for which a strike only comes into cover with its third revision. */
class CoverFromThirdRevisionIT {
  @TempDir private Path folder;

  @Test
  void shouldTellACrewAtOnceWhenTheStrikeComesIntoItsCover() throws Exception {
    try (var day =
        new Timeline(
            folder,
            crew("crew-city"),
            subscriber(
                "crew-najjar",
                "RESCUE",
                "areas: [aleppo]",
                "neighbourhoods: [aleppo/sheikh-najjar]"))) {
      var first = Report.by("observer-a", "1").at(at("14:05")).in("al-fardous").killed(6);

      // 14:10 and 14:15, in al-Fardous: not theirs
      day.at("14:10", first);
      var second = first.again().killed(7);
      day.at("14:15", second);
      assertThat(day.sms("crew-city")).hasSize(1);
      day.assertNothingFor("crew-najjar");

      // 14:20, it was in Sheikh Najjar: it rings there for the first time
      var third = second.again().in("sheikh-najjar");
      day.at("14:20", third);
      assertThat(day.sms("crew-najjar")).singleElement().asString().contains("7 killed");
      assertThat(day.notes("crew-najjar")).singleElement().matches(Screens.Note::isLoud);

      // 14:25, and back: both go on hearing what interrupts
      day.at("14:25", third.again().in("al-fardous").killed(25));
      assertThat(day.sms("crew-najjar")).singleElement().asString().contains("25 killed");
      assertThat(day.sms("crew-city")).isNotEmpty();
    }
  }
}
