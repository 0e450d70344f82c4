package org.marsad.consumer.operations.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.operations.explain.Explained.explain;
import static org.marsad.consumer.operations.explain.Explained.residential;
import static org.marsad.consumer.operations.explain.Messages.NOON;
import static org.marsad.consumer.operations.explain.Messages.evidence;
import static org.marsad.consumer.operations.explain.Messages.report;
import static org.marsad.consumer.operations.explain.Messages.strike;
import static org.marsad.consumer.operations.explain.Messages.town;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.message.CountRange;
import org.marsad.message.Decision;
import org.marsad.message.DecisionKind;
import org.marsad.message.DecisionStatus;
import org.marsad.message.Reality;
import org.marsad.message.ResidentialBasis;
import org.marsad.message.StrikeStatus;
import org.marsad.message.Target;
import org.marsad.schemas.Marks;

class MergingWordsTest {
  @Test
  void shouldSayWhatWasMergedAndWhoseCountCounts() throws IOException {
    // Given two observers, one of whom mixed up the bounds
    var first =
        report("1", "src-a", 0)
            .setLat(36.2)
            .setLon(37.15)
            .setRadiusMetres(100.0)
            .setKilled(new CountRange(12, 8, 6))
            .setTargets(List.of(Target.RESIDENTIAL))
            .setMarks(List.of(Marks.KILLED_OUT_OF_ORDER))
            .setNote("secret note")
            .build();
    var second =
        report("2", "src-b", 4)
            .setLat(36.2018)
            .setLon(37.15)
            .setRadiusMetres(150.0)
            .setKilled(new CountRange(5, 5, 9))
            .build();
    // When
    var text =
        explain(
            residential(ResidentialBasis.REPORT, "REPORTED_RESIDENTIAL"),
            List.of(strike("s-1", first, second).setKilled(new CountRange(5, 5, 12)).build()),
            List.of(first, second));
    // Then
    assertThat(text)
        .contains("report A src-a:1 · from src-a (an observer), received 11 Oct 2016 12:03")
        .contains("said: 11 Oct 2016 12:04 (to the minute) · “the mill”, found by its name: Mill")
        .contains("A and B are one strike: 4 min apart (up to 15 min beyond")
        .contains(
            "200 m apart (up to 1.0 km beyond their radii of 100 m and 150 m), both in Mill;"
                + " different")
        .contains("killed best 5 is B's, the latest received among equals (observers);")
        .contains("least 5 is B's, most 12 is A's.")
        .contains("repaired: the numbers of killed came out of order and count as 6, 8, 12 (least,")
        .contains("By report: src-a:1 says that homes were hit.")
        .contains("2 independent sources, so the strike is observed.")
        .doesNotContain("secret note", "36.2", "37.15");
  }

  @Test
  void shouldTellWhatAPersonDecidedAboutTheReports() throws IOException {
    // Given
    var first = report("1", "src-a", 0).build();
    var second = report("2", "src-b", 40).build();
    var known =
        evidence(
            List.of(residential(ResidentialBasis.REPORT, "REPORTED_RESIDENTIAL").build()),
            town("Saint Hidden", 36.2),
            List.of(strike("s-1", first, second).build()),
            List.of(first, second));
    var decision =
        Decision.newBuilder()
            .setDecisionId("associate:src-a:1+src-b:2")
            .setRevision(1)
            .setStatus(DecisionStatus.STANDING)
            .setKind(DecisionKind.ASSOCIATE)
            .setReality(Reality.ACTUAL)
            .setArea("town")
            .setReportIds(List.of("src-a:1", "src-b:2"))
            .setDecidedBy("duty officer")
            .setReason("one crater")
            .setDecidedAt(NOON)
            .build();
    // When
    var lines =
        Explanation.of(
            new Evidence(
                known.revisions(),
                known.area(),
                known.strikes(),
                known.reports(),
                known.placements(),
                List.of(decision),
                known.days(),
                false),
            null,
            null);
    // Then, and without thresholds at hand none is named
    assertThat(String.join(" ", lines).replaceAll(" +", " "))
        .contains("A and B are one strike: 40 min apart, both in Mill; different sources.")
        .contains(
            "decided a person (duty officer) decided on 11 Oct 2016 12:00 that A and B are one"
                + " strike: one crater");
  }

  @Test
  void shouldTellOfMergesAndSplits() throws IOException {
    // Given a strike that another became part of, and a report that left it
    var stays = report("1", "src-a", 0).build();
    var left = report("2", "src-b", 0).build();
    var before = strike("s-1", stays, left).build();
    var after = strike("s-1", stays).setRevision(2).build();
    var own = strike("s-2", left).build();
    var ended = strike("s-3", left).setStatus(StrikeStatus.MERGED).setMergedInto("s-1").build();
    // When
    var text =
        explain(
            residential(ResidentialBasis.REPORT, "REPORTED_RESIDENTIAL"),
            List.of(before, after, own, ended),
            List.of(stays, left));
    // Then
    assertThat(text)
        .contains("merged strike s-3 became part of it on 11 Oct 2016 12:03.")
        .contains("split report src-b:2 was part of it once; it is now strike s-2's.");
  }
}
