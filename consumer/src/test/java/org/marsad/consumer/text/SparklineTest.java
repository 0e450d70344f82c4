package org.marsad.consumer.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Facts.recent;
import static org.marsad.consumer.fixtures.Facts.record;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SparklineTest {
  private final Sparkline english = new Sparkline(Texts.in(Locale.ENGLISH));

  @Test
  void shouldShowTheHighestDayAsAFullBarAndNothingAsTheLowest() {
    assertThat(bars(0, 1, 8, 16, 59)).isEqualTo("▁▂▂▃█");
  }

  @Test
  void shouldNeverShowADayThatNobodyWasHeardOfAsABar() {
    assertThat(bars(3, null, null, 0, 12)).isEqualTo("▃..▁█");
  }

  @Test
  void shouldGrowWithTheCount() {
    assertThat(bars(0, 10, 20, 30, 40, 50, 60, 70)).isEqualTo("▁▂▃▄▅▆▇█");
  }

  @Test
  void shouldShowDaysOfNothingAsTheLowestBars() {
    assertThat(bars(0, 0, 0)).isEqualTo("▁▁▁");
  }

  @Test
  void shouldShowNothingWhereThereAreNotTwoDaysToCompare() {
    assertThat(bars()).isEmpty();
    assertThat(bars(7)).isEmpty();
    assertThat(bars(null, 7, null)).isEmpty();
  }

  @Test
  void shouldRunFromLeftToRightWithinArabicToo() {
    var arabic = new Sparkline(Texts.in(Locale.forLanguageTag("ar")));
    assertThat(arabic.of(record().setRecent(recent(0, 7)).build())).isEqualTo("\u2066▁█\u2069");
  }

  @Test
  void shouldKnowWhetherThereAreGaps() {
    assertThat(Sparkline.hasGaps(recent(1, null))).isTrue();
    assertThat(Sparkline.hasGaps(List.of(1, 0))).isFalse();
  }

  private String bars(@Nullable Integer... recent) {
    return english.of(record().setRecent(recent(recent)).build());
  }
}
