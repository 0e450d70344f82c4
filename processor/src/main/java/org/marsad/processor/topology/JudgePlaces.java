package org.marsad.processor.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.marsad.message.Alert;
import org.marsad.message.Reason;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.sites.ProtectedSiteRule;
import org.marsad.processor.topology.StrikeChanges.StrikeChange;
import org.marsad.schemas.Areas;

/** What each strike hit: where people live, a protected site, or a place that nobody knows. */
final class JudgePlaces implements Judge {
  private final ProtectedSiteRule sites;
  private final AlertMessages messages;
  private final AlertLifecycle lifecycle;

  JudgePlaces(ProtectedSiteRule sites, AlertMessages messages, AlertLifecycle lifecycle) {
    this.sites = sites;
    this.messages = messages;
    this.lifecycle = lifecycle;
  }

  @Override
  public List<Alert> judge(StrikeChanges changes, AreaMap map, AreaStrikes strikes) {
    var alerts = new ArrayList<Alert>();
    for (var change : changes.changes()) {
      residential(change, map, changes.cause()).ifPresent(alerts::add);
      protectedSites(change, map, changes.cause()).ifPresent(alerts::add);
      unplaced(change, map, changes.cause()).ifPresent(alerts::add);
    }
    return alerts;
  }

  private Optional<Alert> residential(StrikeChange change, AreaMap map, Cause cause) {
    var strike = change.standsNow();
    return strike != null && strike.getResidential() != null
        ? lifecycle.claim(messages.residential(strike, map, cause.at()))
        : withdraw(change, AlertMessages.residentialId(change.after()), "NOT_RESIDENTIAL", cause);
  }

  private Optional<Alert> protectedSites(StrikeChange change, AreaMap map, Cause cause) {
    var strike = change.standsNow();
    var verdict =
        strike == null
            ? Optional.<ProtectedSiteRule.Verdict>empty()
            : sites.judge(Domain.merged(strike), map);
    return strike != null && verdict.isPresent()
        ? lifecycle.claim(messages.protectedSites(strike, verdict.get(), map, cause.at()))
        : withdraw(change, AlertMessages.protectedSitesId(change.after()), "NO_SITE_HIT", cause);
  }

  private Optional<Alert> unplaced(StrikeChange change, AreaMap map, Cause cause) {
    var strike = change.standsNow();
    return strike != null && strike.getArea().equals(Areas.UNPLACED)
        ? lifecycle.claim(messages.unplaced(strike, map, cause.at()))
        : withdraw(change, AlertMessages.unplacedId(change.after()), "PLACED", cause);
  }

  /** Of a new strike nothing stands. */
  private Optional<Alert> withdraw(
      StrikeChange change, String alertId, String otherwise, Cause cause) {
    return change.before() == null
        ? Optional.empty()
        : lifecycle.withdraw(alertId, whyGone(change, otherwise), cause.at());
  }

  /** Why an alert about a strike has no ground any more. */
  static Reason whyGone(StrikeChange change, String otherwise) {
    return AlertMessages.reason(
        switch (change.after().getStatus()) {
          case RETRACTED -> "STRIKE_RETRACTED";
          case MERGED -> "STRIKE_MERGED";
          case ACTIVE -> otherwise;
        });
  }
}
