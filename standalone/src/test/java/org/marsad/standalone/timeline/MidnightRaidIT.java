package org.marsad.standalone.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.standalone.timeline.Timeline.crew;
import static org.marsad.standalone.timeline.Timeline.moment;
import static org.marsad.standalone.timeline.Timeline.subscriber;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A raid from 23:50 to 00:10 counts on the day on which it ended. */
class MidnightRaidIT {
  @TempDir private Path folder;

  @Test
  void shouldCallTheDayOnWhichTheRaidEndedTheHeaviest() throws Exception {
    try (var day =
        new Timeline(
            folder, crew("crew-east"), subscriber("newsroom", "PUBLIC", "areas: [aleppo]"))) {

      // Nine days on each of which two are killed
      for (var earlier = 0; earlier < 9; earlier++) {
        day.later(
            earlier,
            "12:30",
            Report.by("observer-a", "day-" + earlier)
                .at(moment(earlier, "12:00"))
                .in("al-fardous")
                .killed(2));
      }
      day.sms("crew-east");
      day.sms("newsroom");

      // In the night after, forty in twenty minutes
      var raid =
          Report.by("observer-a", "raid")
              .from(moment(9, "23:50"), moment(10, "00:10"))
              .in("al-fardous")
              .killed(40);
      day.later(10, "00:20", raid);
      assertThat(day.sms("crew-east")).singleElement().asString().contains("40 killed");
      assertThat(day.sms("newsroom"))
          .hasSize(2)
          .anySatisfy(
              text -> assertThat(text).contains("22 May", "HEAVIEST DAY IN 10 DAYS", "40 killed"));
    }
  }
}
