package org.marsad.processor.rules.interruption;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.Circle;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.FindingKind;
import org.marsad.processor.rules.GeoPoint;
import org.marsad.processor.rules.Severity;
import org.marsad.processor.rules.SubjectKind;
import org.marsad.processor.rules.surge.Standing;

class SituationBytesTest {
  @Test
  void shouldReadWhatItWrote() throws IOException {
    var findings = new TreeMap<FindingKind, Certainty>();
    findings.put(FindingKind.HOSPITAL_SURGE, Certainty.POSSIBLE);
    findings.put(FindingKind.CASUALTIES, Certainty.OBSERVED);
    var full =
        new Situation(
            SubjectKind.HOSPITAL,
            Severity.EXTREME,
            Certainty.LIKELY,
            findings,
            true,
            new Circle(new GeoPoint(36.2, 37.16), 12.5),
            Instant.parse("2016-10-12T12:00:00Z"),
            new CountRange(1, 2, 3),
            new CountRange(0, 0, CountRange.OPEN),
            new CountRange(4, 5, 6),
            7,
            8,
            9,
            10,
            Standing.HIT);
    var bare =
        new Situation(
            SubjectKind.DAY,
            Severity.MINOR,
            Certainty.POSSIBLE,
            Collections.emptySortedMap(),
            false,
            null,
            null,
            null,
            null,
            null,
            0,
            0,
            0,
            0,
            null);
    for (var situation : new Situation[] {full, bare}) {
      var bytes = new ByteArrayOutputStream();
      SituationBytes.write(situation, new DataOutputStream(bytes));
      var read =
          SituationBytes.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
      assertThat(read).isEqualTo(situation);
    }
  }
}
