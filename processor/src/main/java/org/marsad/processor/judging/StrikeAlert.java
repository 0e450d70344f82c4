package org.marsad.processor.judging;

import java.util.List;
import org.marsad.message.Alert;
import org.marsad.message.Finding;
import org.marsad.message.Place;
import org.marsad.message.Subject;
import org.marsad.processor.mapping.AlertIds;
import org.marsad.processor.mapping.Cause;
import org.marsad.processor.mapping.KnownStrike;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.Severity;
import org.marsad.processor.rules.repeat.RepeatStrikeRule;

/** What is told of one strike: to whom it concerns, or to a site that it hit. */
public final class StrikeAlert {
  private final Drafts drafts;
  private final RepeatStrikeRule repeat;

  /** For thresholds. */
  public StrikeAlert(String rulesHash, RepeatStrikeRule repeat) {
    this.drafts = new Drafts(rulesHash);
    this.repeat = repeat;
  }

  /** To all whom it concerns. */
  public Claim of(
      KnownStrike strike, List<Finding> findings, Severity severity, AreaMap map, Cause cause) {
    var subject = AlertIds.strike(strike.id());
    return claim(strike, about(subject, strike, findings, severity, map, cause));
  }

  /** To a confidential site alone. */
  public Claim ofSite(
      KnownStrike strike, String siteId, Finding finding, AreaMap map, Cause cause) {
    var subject = AlertIds.site(strike.message(), siteId);
    var alert = about(subject, strike, List.of(finding), Severity.EXTREME, map, cause);
    return claim(strike, alert.setAddressee(siteId));
  }

  private static Claim claim(KnownStrike strike, Alert.Builder alert) {
    return Claim.of(alert, strike.message().getOccurredUntil(), strike.timing().newestReceivedAt());
  }

  private Alert.Builder about(
      Subject subject,
      KnownStrike known,
      List<Finding> findings,
      Severity severity,
      AreaMap map,
      Cause cause) {
    var strike = known.message();
    var standing = known.standing();
    var neighbourhood = strike.getNeighbourhood();
    var alert =
        drafts.draft(subject, strike.getReality(), strike.getArea(), map, severity, findings);
    return alert
        .setNeighbourhoods(neighbourhood == null ? List.of() : List.of(neighbourhood))
        .setNeighbourhoodsInAll(neighbourhood == null ? 0 : 1)
        .setCertainty(strike.getCertainty())
        .setSources(strike.getLineages().size())
        .setPlace(
            Place.newBuilder()
                .setLat(strike.getLat())
                .setLon(strike.getLon())
                .setRadiusMetres(strike.getRadiusMetres())
                .setBasis(strike.getPlaceBasis())
                .setText(strike.getPlaceText())
                .build())
        .setOnset(strike.getOccurredFrom())
        .setOnsetPrecision(strike.getTimePrecision())
        .setDangerUntil(
            repeat.dangerUntil(standing.what().time(), standing.latestEnd()).orElse(null))
        .setUrgency(Drafts.urgency(strike.getOccurredUntil(), cause.at()))
        .setStrikes(1)
        .setStrikeIds(List.of(strike.getStrikeId()))
        .setDelivery(strike.getDelivery())
        .setImpacts(strike.getImpacts())
        .setKilled(strike.getKilled())
        .setInjured(strike.getInjured())
        .setTargets(strike.getTargets())
        .setMarks(strike.getMarks());
  }
}
