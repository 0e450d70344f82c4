package org.marsad.processor.judging;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.Place;
import org.marsad.message.Rule;
import org.marsad.processor.mapping.Domain;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.Circle;
import org.marsad.processor.rules.FindingKind;
import org.marsad.processor.rules.GeoPoint;
import org.marsad.processor.rules.Severity;
import org.marsad.processor.rules.SubjectKind;
import org.marsad.processor.rules.interruption.Situation;
import org.marsad.processor.rules.surge.Standing;
import org.marsad.schemas.Findings;

/** What an alert tells, in the words of the rule that decides whom to wake. */
public final class Situations {
  private Situations() {}

  /** Of one revision. */
  public static Situation of(Alert alert) {
    var findings = new TreeMap<FindingKind, Certainty>();
    var mass = false;
    for (var finding : alert.getFindings()) {
      findings.put(
          Domain.to(FindingKind.class, finding.getRule()),
          Domain.to(Certainty.class, finding.getCertainty()));
      mass |= Boolean.TRUE.equals(finding.getMass());
    }
    var wave = Findings.wave(alert);
    var surge = Findings.surge(alert);
    return new Situation(
        Domain.to(SubjectKind.class, alert.getSubject().getKind()),
        Domain.to(Severity.class, alert.getSeverity()),
        Domain.to(Certainty.class, alert.getCertainty()),
        findings,
        mass,
        circle(alert.getPlace()),
        alert.getDangerUntil(),
        Domain.range(alert.getImpacts()),
        Domain.range(alert.getKilled()),
        Domain.range(alert.getInjured()),
        alert.getSources(),
        longestRecord(alert),
        wave == null ? alert.getStrikes() : wave.getStrikes().getBest(),
        surge == null ? 0 : surge.getWithin24Hours().getBest(),
        surge == null ? null : Domain.to(Standing.class, surge.getStanding()));
  }

  /** Of all records, also of those that are not told. */
  private static int longestRecord(Alert alert) {
    return Findings.of(alert, Rule.HEAVIEST_IN_DAYS).stream()
        .flatMap(finding -> finding.getNumbers().stream())
        .filter(number -> number.getName().equals(HeaviestFinding.LONGEST_DAYS))
        .mapToInt(number -> (int) number.getValue())
        .findFirst()
        .orElse(0);
  }

  private static @Nullable Circle circle(@Nullable Place place) {
    if (place == null || place.getLat() == null || place.getLon() == null) {
      return null;
    }
    var radius = place.getRadiusMetres();
    return new Circle(new GeoPoint(place.getLat(), place.getLon()), radius == null ? 0 : radius);
  }
}
