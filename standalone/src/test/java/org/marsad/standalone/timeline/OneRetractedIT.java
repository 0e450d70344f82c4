package org.marsad.standalone.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.standalone.timeline.Timeline.at;
import static org.marsad.standalone.timeline.Timeline.crew;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One of three reports of a strike is taken back: the strike stands, and nobody stands down. */
class OneRetractedIT {
  @TempDir private Path folder;

  @Test
  void shouldNotCallBackACrewWhenOneOfThreeReportsIsRetracted() throws Exception {
    try (var day = new Timeline(folder, crew("crew-east"))) {
      var first = Report.by("observer-a", "1").at(at("14:05")).in("al-fardous").killed(7);
      var second = Report.by("observer-b", "1").at(at("14:06")).in("al-fardous").killed(7);
      var third = Report.by("observer-c", "1").at(at("14:04")).in("al-fardous").killed(7);

      // 14:10, three observers see the same strike
      day.at("14:10", first, second, third);
      assertThat(day.sms("crew-east")).isNotEmpty().allMatch(text -> text.contains("7 killed"));
      day.notes("crew-east");

      // 14:40, one of them was wrong
      day.at("14:40", third.retracted());
      assertThat(day.sms("crew-east")).isEmpty();
      assertThat(day.notes("crew-east")).noneMatch(Screens.Note::isLoud);
      assertThat(day.screen("crew-east")).singleElement().asString().contains("7 killed");

      // 15:00, so were the other two: now it did not happen
      day.at("15:00", first.retracted(), second.retracted());
      assertThat(day.sms("crew-east")).singleElement().asString().containsIgnoringCase("withdrawn");
    }
  }
}
