package org.marsad.processor.judging;

import java.time.LocalDate;
import java.util.List;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.Finding;
import org.marsad.message.Subject;
import org.marsad.message.Target;
import org.marsad.message.TimePrecision;
import org.marsad.processor.mapping.AlertIds;
import org.marsad.processor.mapping.Cause;
import org.marsad.processor.mapping.Domain;
import org.marsad.processor.mapping.Ranges;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.Severity;
import org.marsad.processor.rules.heaviest.DayFacts;

/** What is told of an area's local day, and the part of it that a hospital is told. */
public final class DayAlert {
  private final Drafts drafts;

  /** For thresholds. */
  public DayAlert(String rulesHash) {
    this.drafts = new Drafts(rulesHash);
  }

  /** That the day is the heaviest in days. */
  public Claim of(DayFacts day, Finding finding, Severity severity, AreaMap map, Cause cause) {
    var date = LocalDate.ofEpochDay(day.day());
    var alert =
        about(AlertIds.day(cause.area(), date), day, List.of(finding), severity, map, cause);
    var end = date.plusDays(1).atStartOfDay(map.zone()).toInstant();
    return Claim.of(alert.setUrgency(Drafts.urgency(end, cause.at())), end, day.newestReceivedAt());
  }

  /** All but the urgency. */
  Alert.Builder about(
      Subject subject,
      DayFacts day,
      List<Finding> findings,
      Severity severity,
      AreaMap map,
      Cause cause) {
    var alert = drafts.draft(subject, cause.reality(), cause.area(), map, severity, findings);
    return Drafts.neighbourhoods(alert, day.neighbourhoods(), day.strikes())
        .setCertainty(Domain.to(Certainty.class, day.certainty()))
        .setSources(day.sources())
        .setOnset(LocalDate.ofEpochDay(day.day()).atStartOfDay(map.zone()).toInstant())
        .setOnsetPrecision(TimePrecision.DAY)
        .setImpacts(Ranges.of(day.impacts()))
        .setKilled(Ranges.of(day.killed()))
        .setInjured(Ranges.of(day.injured()))
        .setTargets(day.targets().stream().map(t -> Domain.to(Target.class, t)).toList())
        .setStrikes(day.strikes())
        .setStrikeIds(day.strikeIds());
  }
}
