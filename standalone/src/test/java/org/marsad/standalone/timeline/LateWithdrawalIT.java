package org.marsad.standalone.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.standalone.timeline.Timeline.at;
import static org.marsad.standalone.timeline.Timeline.crew;
import static org.marsad.standalone.timeline.Timeline.subscriber;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A strike that is withdrawn when its alert has long expired: those who were told still hear of it.
 */
class LateWithdrawalIT {
  @TempDir private Path folder;

  @Test
  void shouldTellThoseWhoWereToldThatItDidNotHappenADayLater() throws Exception {
    try (var day =
        new Timeline(
            folder, crew("crew-east"), subscriber("crew-homs", "RESCUE", "areas: [homs]"))) {
      var reported = Report.by("observer-a", "1").at(at("14:05")).in("al-fardous").killed(9);

      // 14:10, a strike
      day.at("14:10", reported);
      assertThat(day.sms("crew-east")).hasSize(1);
      day.notes("crew-east");

      // 25 hours later: there was none
      day.later(1, "15:10", reported.retracted());
      assertThat(day.sms("crew-east")).singleElement().asString().containsIgnoringCase("withdrawn");
      assertThat(day.notes("crew-east")).singleElement().matches(Screens.Note::isLoud);
      day.assertNothingFor("crew-homs");
    }
  }
}
