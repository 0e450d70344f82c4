package org.marsad.consumer.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.message.SiteKind.HOSPITAL;
import static org.marsad.message.SiteKind.OTHER;
import static org.marsad.message.SiteKind.RESCUE_BASE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.fixtures.Alerts;
import org.marsad.consumer.fixtures.Facts;
import org.marsad.message.Alert;
import org.marsad.message.CountRange;
import org.marsad.message.Finding;
import org.marsad.message.ReasonNumber;
import org.marsad.message.SiteKind;
import org.marsad.schemas.SeenBy;

class OperatorViewTest {
  @Test
  void shouldBeTheSameWhateverTheSourcesAreCalled() {
    // Given
    var one =
        Examples.strike("s")
            .setLineages(List.of("a", "b"))
            .setReportIds(List.of("a:1"))
            .setSources(List.of("a", "b"));
    var other =
        Examples.strike("s")
            .setLineages(List.of("x", "y"))
            .setReportIds(List.of("z:9"))
            .setSources(List.of());
    // Then
    assertThat(json(OperatorView.of(one.build())))
        .isEqualTo(json(OperatorView.of(other.build())))
        .contains("\"sources\":2");
  }

  /** What the schemas show to operations shows, and nothing else, at every depth. */
  @Test
  void shouldShowTheFieldsThatTheSchemasSay() {
    // Given
    var alert =
        Alerts.with(
                Alerts.repeat(),
                Facts.sites(Facts.byReport(SiteKind.SCHOOL)),
                Facts.heaviest(Facts.record().build()))
            .setMarks(List.of("POINT_OUTSIDE_PLACE"))
            .build();
    var strike = Examples.strike("s").setMarks(List.of("POINT_OUTSIDE_PLACE")).build();
    // Then
    for (var message : List.<SpecificRecord>of(alert, strike)) {
      var hidden = new TreeSet<String>();
      collectHidden(SeenJson.of(message, Role.OPS), message.getSchema(), hidden);
      assertThat(hidden).isEmpty();
      assertThat(SeenJson.of(message, Role.OPS).has("marks")).isTrue();
    }
    assertThat(SeenJson.of(strike, Role.OPS).has("reportIds")).isFalse();
    assertThat(SeenJson.of(alert, Role.PUBLIC).at("/findings/0/repeat").has("distanceMetres"))
        .isFalse();
    assertThat(SeenJson.of(alert, Role.OPS).at("/findings/0/repeat").has("distanceMetres"))
        .isTrue();
  }

  private static void collectHidden(JsonNode node, Schema schema, Set<String> hidden) {
    if (schema.getType() == Schema.Type.UNION) {
      schema.getTypes().forEach(type -> collectHidden(node, type, hidden));
    } else if (schema.getType() == Schema.Type.ARRAY) {
      node.forEach(item -> collectHidden(item, schema.getElementType(), hidden));
    } else if (schema.getType() == Schema.Type.RECORD) {
      for (var field : schema.getFields()) {
        if (node.has(field.name()) && !SeenBy.of(field).contains(Role.OPS.name())) {
          hidden.add(schema.getName() + "." + field.name());
        }
        collectHidden(node.path(field.name()), field.schema(), hidden);
      }
    }
  }

  /** Three of them, and the strikes' points, are a position. */
  @ParameterizedTest
  @EnumSource(SiteKind.class)
  void shouldKeepDistancesOfWhatTheMapDoesNotShow(SiteKind kind) {
    // Given
    var finding =
        Finding.newBuilder(Facts.sites(Facts.withinReach("site", kind, 12.0)))
            .setNumbers(List.of(new ReasonNumber("metres", 12.0)))
            .build();
    var alert = Examples.alert("a").setFindings(List.of(finding)).build();
    var isOnTheMap = mapOf(kind).contains("\"Point\"");
    // Then
    assertThat(json(alert)).contains("\"siteId\":\"site\"");
    assertThat(json(alert).contains("distanceMetres")).isEqualTo(isOnTheMap);
    assertThat(json(alert).contains("12.0")).isEqualTo(isOnTheMap);
    assertThat(isOnTheMap).isNotEqualTo(Set.of(HOSPITAL, RESCUE_BASE, OTHER).contains(kind));
  }

  @Test
  void shouldNotTellHowFarAHospitalLies() {
    // Given
    var near = Facts.surgeFacts().setDistanceMetres(620.0).setShare(0.704).build();
    var far = Facts.surgeFacts().setDistanceMetres(1480.0).setShare(0.696).build();
    // Then
    assertThat(json(Alerts.surge().setFindings(List.of(Facts.surge(near))).build()))
        .isEqualTo(json(Alerts.surge().setFindings(List.of(Facts.surge(far))).build()))
        .contains("\"share\":0.7,");
  }

  private static String mapOf(SiteKind kind) {
    var areas = new AreaDirectory();
    areas.onProfile(
        Examples.aleppo().setSites(List.of(Examples.site("site", kind, false))).build());
    return new String(areas.map().json(), StandardCharsets.UTF_8);
  }

  @Test
  void shouldHaveNoKeyForWhatWasNotReported() {
    // Given
    var strike = Examples.strike("s").setKilled(new CountRange(10, 10, null)).setInjured(null);
    // Then
    assertThat(json(OperatorView.of(strike.build())))
        .contains("\"killed\":{\"low\":10,\"best\":10}")
        .doesNotContain("injured");
  }

  /** A day on which nobody was heard is a gap in a row of bars, not the end of it. */
  @Test
  void shouldKeepTheGapsOfARow() throws IOException {
    // Given
    var record = Facts.record().setRecent(Arrays.asList(3, null, 59)).build();
    // When
    var item = OperatorView.of(Alerts.day(record).build(), Alerts.day(record).build());
    // Then
    assertThat(new ObjectMapper().readTree(item.json()).at("/findings/0/records/0/recent"))
        .hasToString("[3,null,59]");
    assertThat(item.subject()).isEqualTo("DAY");
    assertThat(item.findings()).containsExactly("HEAVIEST_IN_DAYS");
  }

  private static String json(Alert alert) {
    return json(OperatorView.of(alert, alert));
  }

  private static String json(Item item) {
    return new String(item.json(), StandardCharsets.UTF_8);
  }
}
