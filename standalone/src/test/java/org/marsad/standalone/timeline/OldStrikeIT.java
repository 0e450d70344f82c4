package org.marsad.standalone.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.standalone.timeline.Timeline.crew;
import static org.marsad.standalone.timeline.Timeline.moment;
import static org.marsad.standalone.timeline.Timeline.subscriber;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A strike of last month that somebody files today is history, not news. */
class OldStrikeIT {
  @TempDir private Path folder;

  @Test
  void shouldRingNowhereForAStrikeOfLastMonth() throws Exception {
    try (var day =
        new Timeline(
            folder,
            crew("crew-east"),
            subscriber("operations", "OPS", "areas: ['*']"),
            subscriber("newsroom", "PUBLIC", "areas: [aleppo]"))) {

      // 10:00, an agency files what happened a month ago
      var old = Report.by("agency-a", "1").at(moment(-30, "14:05")).in("al-fardous").killed(45);
      day.at("10:00", old);
      day.assertNothingFor("crew-east", "operations", "newsroom");

      // 10:10, and corrects it
      day.at("10:10", old.again().killed(60));
      day.assertNothingFor("crew-east", "operations", "newsroom");

      // 10:20, a strike of this morning rings as ever
      day.at(
          "10:20",
          Report.by("observer-a", "1").at(Timeline.at("10:15")).in("al-fardous").killed(5));
      assertThat(day.sms("crew-east")).singleElement().asString().contains("5 killed");
    }
  }
}
