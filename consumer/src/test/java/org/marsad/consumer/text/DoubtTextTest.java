package org.marsad.consumer.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.at;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.revision;
import static org.marsad.consumer.fixtures.Facts.casualties;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.consumer.audience.Projection;
import org.marsad.consumer.audience.Role;
import org.marsad.message.Alert;
import org.marsad.message.CountRange;
import org.marsad.message.MessageType;
import org.marsad.schemas.Marks;
import org.marsad.schemas.SeenBy;

class DoubtTextTest {
  private static final AreaNames AREAS = (code, language) -> "Aleppo";
  private static final String FAR = "point far from the place: not used";

  private final AlertText english = AlertText.in(AREAS, Locale.ENGLISH);

  @Test
  void shouldNameThePointThatIsNotUsedInEveryText() {
    // Given
    var alert = doubtful(Marks.POINT_FAR_FROM_PLACE).build();
    // Then
    assertThat(new AlertLine(AREAS, false).of(alert))
        .isEqualTo(
            " 14:21  Aleppo · 3 killed · " + FAR + " · danger until 15:21  [likely; 1 source]");
    assertThat(english.headline(alert))
        .isEqualTo(
            "Aleppo, 14:21 · 3 killed · " + FAR + " · danger until 15:21 [likely; 1 source]");
    assertThat(english.description(alert))
        .contains(
            "A report gives a point far from the place that it names. The point is not used.");
    assertThat(english.shortForm(alert, null, "K7Q2CD"))
        .isEqualTo(
            "Aleppo, 14:21, 3 killed, "
                + FAR
                + ", danger until 15:21, likely, 1 source, reply K7Q2CD");
    assertThat(AlertText.in(AREAS, Locale.forLanguageTag("ar")).headline(alert))
        .contains(" · النقطة بعيدة عن المكان: لم تُستخدم · ");
  }

  @ParameterizedTest
  @EnumSource
  void shouldTellOnlyThoseWhoMaySeeTheMarks(Role role) {
    // Given
    var mayKnow = SeenBy.of(Alert.getClassSchema().getField("marks")).contains(role.name());
    // When
    var sure = texts(doubtful(), role);
    var doubtful = texts(doubtful(Marks.POINT_FAR_FROM_PLACE), role);
    // Then
    assertThat(doubtful.contains(FAR)).isEqualTo(mayKnow);
    assertThat(doubtful.equals(sure)).isNotEqualTo(mayKnow);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SWAPPED | latitude and longitude seem exchanged: point not used",
        "POINT_OUTSIDE_PLACE | point outside the place",
        "POINT_UNREADABLE | point unreadable: not used",
        "NO_FIX | point 0, 0: not used",
        "CLOCK_AHEAD |",
        "MOVED_TO:homs |",
      })
  void shouldNameWhatIsDoubtfulAboutAPointAndNothingElse(String mark, String doubt) {
    assertThat(new AlertLine(AREAS, false).claim(doubtful(mark).build()))
        .isEqualTo(
            doubt == null
                ? List.of("Aleppo", "3 killed", "danger until 15:21")
                : List.of("Aleppo", "3 killed", doubt, "danger until 15:21"));
  }

  @Test
  void shouldLeaveItOutOfAnSmsThatIsFull() {
    var arabic = AlertText.in(AREAS, Locale.forLanguageTag("ar"));
    assertThat(arabic.shortForm(doubtful(Marks.SWAPPED).build(), null, "K7Q2CD"))
        .isEqualTo(arabic.shortForm(doubtful().build(), null, "K7Q2CD"));
  }

  @Test
  void shouldSayThatTheDoubtIsNewOrGone() {
    var sure = doubtful();
    var doubtful = doubtful(Marks.NO_FIX);
    assertThat(changed(sure.build(), doubtful)).contains("new: point 0, 0: not used");
    assertThat(changed(doubtful.build(), sure)).contains("no longer: point 0, 0: not used");
    assertThat(changed(doubtful.build(), doubtful)).contains("has not changed");
  }

  private String changed(Alert before, Alert.Builder after) {
    return english.lines(revision(after, 2, MessageType.UPDATE), before).get(0);
  }

  /** All that such a reader gets in words. */
  private String texts(Alert.Builder alert, Role role) {
    var view = Projection.of(alert.build(), role, null).orElseThrow();
    return String.join(
        "\n",
        new AlertLine(AREAS, false).of(view),
        english.headline(view),
        String.join("\n", english.body(view, null)),
        english.shortForm(view, null, null));
  }

  private static Alert.Builder doubtful(String... marks) {
    return residential()
        .setFindings(List.of(casualties()))
        .setKilled(new CountRange(3, 3, 3))
        .setImpacts(null)
        .setNeighbourhoods(List.of())
        .setNeighbourhoodsInAll(0)
        .setDangerUntil(at("15:21"))
        .setMarks(List.of(marks));
  }
}
