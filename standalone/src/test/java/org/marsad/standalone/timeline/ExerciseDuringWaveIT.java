package org.marsad.standalone.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.standalone.timeline.Timeline.at;
import static org.marsad.standalone.timeline.Timeline.subscriber;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An exercise that goes on while a real wave comes in. */
class ExerciseDuringWaveIT {
  @TempDir private Path folder;

  private static final String BOTH = "realities: [ACTUAL, EXERCISE]";

  @Test
  void shouldKeepAnExerciseOffThePhonesWhileTheRealStands() throws Exception {
    try (var day =
        new Timeline(folder, subscriber("crew-east", "RESCUE", "areas: [aleppo]", BOTH))) {
      // 13:00, an exercise begins: the crew takes part
      var drill = Report.by("observer-x", "1").at(at("12:58")).in("as-sukkari").killed(6);
      day.at("13:00", drill.asExercise());
      assertThat(day.sms("crew-east")).singleElement().asString().startsWith("EXERCISE");
      day.notes("crew-east");

      // 14:00 to 14:20, three real strikes
      for (var minute : new String[] {"14:00", "14:10", "14:20"}) {
        day.at(minute, Report.by("observer-a", minute).at(at(minute)).in("al-fardous").killed(6));
      }
      assertThat(day.sms("crew-east"))
          .isNotEmpty()
          .noneMatch(text -> text.contains("EXERCISE"))
          .anySatisfy(text -> assertThat(text).containsIgnoringCase("wave"));
      day.notes("crew-east");

      // 14:25, the exercise goes on: on the screen alone
      var next = Report.by("observer-x", "2").at(at("14:24")).in("as-sukkari").killed(20);
      day.at("14:25", next.asExercise());
      assertThat(day.sms("crew-east")).isEmpty();
      assertThat(day.notes("crew-east")).allMatch(note -> note.text().contains("EXERCISE"));

      // 14:30, the next real one rings
      day.at("14:30", Report.by("observer-a", "9").at(at("14:29")).in("al-fardous").killed(9));
      assertThat(day.sms("crew-east")).isNotEmpty().noneMatch(text -> text.contains("EXERCISE"));
    }
  }
}
