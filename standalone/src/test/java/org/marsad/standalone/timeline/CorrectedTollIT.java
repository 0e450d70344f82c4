package org.marsad.standalone.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.standalone.timeline.Timeline.at;
import static org.marsad.standalone.timeline.Timeline.crew;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two agencies say 20 killed, and both correct it down to 6 on the next day. */
class CorrectedTollIT {
  @TempDir private Path folder;

  @Test
  void shouldTellThoseWhoWereToldTwentyThatItWasSix() throws Exception {
    try (var day = new Timeline(folder, crew("crew-east"))) {
      var one = Report.by("agency-a", "1").at(at("14:05")).in("al-fardous").killed(20);
      var other = Report.by("agency-b", "7").at(at("14:07")).in("al-fardous").killed(20);

      // 15:00, two agencies tell of one strike
      day.at("15:00", one);
      assertThat(day.sms("crew-east")).singleElement().asString().contains("20 killed");
      day.at("15:10", other);
      day.notes("crew-east");
      day.sms("crew-east");

      // The next morning the first of them has counted again
      day.later(1, "09:00", one.again().killed(6));
      assertThat(day.sms("crew-east"))
          .singleElement()
          .asString()
          .contains("6 killed", "20")
          .doesNotContain("CANCEL");

      // and so has the second, which is no news any more
      day.later(1, "09:30", other.again().killed(6));
      assertThat(day.sms("crew-east")).isEmpty();
      assertThat(day.screen("crew-east")).singleElement().asString().contains("6 killed");
    }
  }
}
