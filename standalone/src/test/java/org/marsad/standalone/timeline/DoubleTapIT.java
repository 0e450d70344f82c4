package org.marsad.standalone.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.standalone.timeline.Timeline.at;
import static org.marsad.standalone.timeline.Timeline.crew;
import static org.marsad.standalone.timeline.Timeline.subscriber;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second strike on the spot, of which only the name of the neighbourhood is known. */
class DoubleTapIT {
  @TempDir private Path folder;

  @Test
  void shouldWarnThoseWhoMayBeThereOfTheSecondStrikeInTheirQuietHoursToo() throws Exception {
    try (var day =
        new Timeline(
            folder,
            crew("crew-east"),
            subscriber(
                "crew-resting",
                "RESCUE",
                "areas: [aleppo]",
                "quiet-hours: {from: '14:10', until: '20:00', zone: Asia/Damascus}"),
            subscriber("crew-homs", "RESCUE", "areas: [homs]"))) {

      // 14:05, a strike on al-Fardous: both crews are told, and nobody knows the exact spot
      day.at(
          "14:07",
          Report.by("observer-a", "1").at(at("14:05")).in("al-fardous").killed(3).injured(4));
      assertThat(day.sms("crew-east")).singleElement().asString().contains("danger until 15:05");
      assertThat(day.sms("crew-resting")).hasSize(1);

      // 14:21, another one in the same neighbourhood
      day.at("14:23", Report.by("observer-a", "2").at(at("14:21")).in("al-fardous"));
      assertThat(day.sms("crew-east"))
          .singleElement()
          .asString()
          .containsIgnoringCase("second strike")
          .contains("15:21");
      assertThat(day.sms("crew-resting"))
          .singleElement()
          .asString()
          .containsIgnoringCase("second strike");
      day.assertNothingFor("crew-homs");

      // 15:00, one far away in the same town is no second strike
      day.at("15:02", Report.by("observer-a", "3").at(at("15:00")).in("sheikh-najjar").killed(1));
      assertThat(day.sms("crew-east"))
          .singleElement()
          .asString()
          .contains("Sheikh Najjar")
          .doesNotContainIgnoringCase("second strike");
    }
  }
}
