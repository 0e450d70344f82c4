package org.marsad.standalone.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.standalone.timeline.Timeline.HOSPITAL;
import static org.marsad.standalone.timeline.Timeline.HOSPITAL_LAT;
import static org.marsad.standalone.timeline.Timeline.HOSPITAL_LON;
import static org.marsad.standalone.timeline.Timeline.at;
import static org.marsad.standalone.timeline.Timeline.crew;
import static org.marsad.standalone.timeline.Timeline.subscriber;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.message.Target;

/** A hospital is hit: crews hear so, and the hospital that would have received is told apart. */
class HospitalHitIT {
  @TempDir private Path folder;

  @Test
  void shouldTellCrewsAndTheOtherHospitalThatOneWasHit() throws Exception {
    try (var day =
        new Timeline(
            folder,
            crew("crew-east"),
            subscriber("mill", "HOSPITAL", "areas: [aleppo]", "site: " + HOSPITAL),
            subscriber("south", "HOSPITAL", "areas: [aleppo]", "site: " + Timeline.OTHER_HOSPITAL),
            subscriber("newsroom", "PUBLIC", "areas: [aleppo]"))) {

      // 14:05, a strike with many wounded: both hospitals have to expect some of them
      day.at(
          "14:08",
          Report.by("observer-a", "1").at(at("14:05")).in("al-fardous").killed(4).injured(80));
      assertThat(day.sms("mill")).anySatisfy(text -> assertThat(text).contains("24 h"));
      assertThat(day.sms("south")).anySatisfy(text -> assertThat(text).contains("24 h"));
      day.sms("crew-east");
      day.sms("newsroom");

      // 15:10, an observer sees the hospital itself hit
      day.at(
          "15:12",
          Report.by("observer-b", "1")
              .at(at("15:10"))
              .near(HOSPITAL_LAT, HOSPITAL_LON, 50)
              .inAleppo()
              .killed(5)
              .hit(Target.HOSPITAL));
      assertThat(day.sms("crew-east")).singleElement().asString().containsIgnoringCase("hospital");
      assertThat(day.sms("mill")).anySatisfy(text -> assertThat(text).containsIgnoringCase("hit"));
      assertThat(day.sms("newsroom"))
          .singleElement()
          .asString()
          .containsIgnoringCase("hospital")
          .doesNotContain("Mill Hospital"); // which one is not the public's to know
    }
  }
}
