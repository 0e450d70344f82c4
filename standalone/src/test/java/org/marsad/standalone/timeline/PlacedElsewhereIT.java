package org.marsad.standalone.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.standalone.timeline.Timeline.at;
import static org.marsad.standalone.timeline.Timeline.crew;
import static org.marsad.standalone.timeline.Timeline.subscriber;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.schemas.Marks;

/** A strike turns out to have been in another town. */
class PlacedElsewhereIT {
  @TempDir private Path folder;

  @Test
  void shouldSendTheCrewsOfTheRightTownAndTellTheOthersWhereItWas() throws Exception {
    try (var day =
        new Timeline(
            folder, crew("crew-aleppo"), subscriber("crew-idlib", "RESCUE", "areas: [idlib]"))) {
      var reported = Report.by("observer-a", "1").at(at("14:05")).in("al-fardous").killed(12);

      // 14:10, it is said to be in Aleppo
      day.at("14:10", reported);
      assertThat(day.sms("crew-aleppo")).singleElement().asString().contains("12 killed");
      day.assertNothingFor("crew-idlib");

      // 14:25, a person places it in Idlib
      day.at(
          "14:25",
          reported.retracted().marked(Marks.MOVED_TO + "idlib"),
          Report.by("observer-a", "1b").at(at("14:05")).inTown("idlib").killed(12));
      assertThat(day.sms("crew-idlib")).singleElement().asString().contains("12 killed", "Idlib");
      assertThat(day.sms("crew-aleppo"))
          .singleElement()
          .asString()
          .startsWith("MOVED")
          .contains("another area")
          .doesNotContain("CANCEL")
          .doesNotContainIgnoringCase("withdrawn");
    }
  }
}
