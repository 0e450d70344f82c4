package org.marsad.consumer.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.protectedSite;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Facts.withinReach;

import org.junit.jupiter.api.Test;
import org.marsad.consumer.fixtures.Areas;
import org.marsad.message.SiteKind;
import org.marsad.schemas.MessageJson;

class SeenFieldsTest {
  @Test
  void shouldLeaveOutWhatIsHiddenAtEveryDepth() {
    var tree =
        SeenFields.of(
            protectedSite(withinReach("school-7", SiteKind.SCHOOL, 80.0)).build(), Role.PUBLIC);
    assertThat(tree.has("strikeIds")).isFalse();
    assertThat(tree.path("place").fieldNames()).toIterable().containsExactly("basis");
    var hit = tree.path("findings").path(0).path("sites").path(0);
    assertThat(hit.fieldNames()).toIterable().containsExactly("kind", "basis");
    assertThat(tree.toString()).doesNotContain("school-7", "80.0", "36.187");
  }

  @Test
  void shouldShowAllToThoseWhoSeeAll() {
    var alert = residential().build();
    assertThat(SeenFields.of(alert, Role.OPS)).isEqualTo(MessageJson.tree(alert));
  }

  @Test
  void shouldHideWhatNoSchemaShows() {
    var tree = SeenFields.of(Areas.aleppo().build(), Role.ARCHIVE);
    assertThat(tree.has("sites")).isFalse();
    assertThat(tree.has("names")).isTrue();
  }
}
