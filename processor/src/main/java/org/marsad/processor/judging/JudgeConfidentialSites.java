package org.marsad.processor.judging;

import java.util.HashSet;
import java.util.function.Consumer;
import org.marsad.processor.mapping.AlertIds;
import org.marsad.processor.merging.Ending;
import org.marsad.processor.merging.StrikeChanges.StrikeChange;
import org.marsad.processor.rules.Site;
import org.marsad.processor.rules.sites.ProtectedSiteRule;

/** Which confidential sites a strike reached: each of them alone is told. */
final class JudgeConfidentialSites implements Judge {
  private final ProtectedSiteRule rule;
  private final StrikeAlert alerts;
  private final AlertLifecycle lifecycle;

  JudgeConfidentialSites(ProtectedSiteRule rule, StrikeAlert alerts, AlertLifecycle lifecycle) {
    this.rule = rule;
    this.alerts = alerts;
    this.lifecycle = lifecycle;
  }

  @Override
  public void judge(Judging judging, Consumer<Outgoing> out) {
    if (!judging.map().confidentialSites().isEmpty()) {
      judging.changes().changes().forEach(change -> judge(change, judging, out));
    }
  }

  private void judge(StrikeChange change, Judging judging, Consumer<Outgoing> out) {
    var told = new HashSet<String>();
    var strike = change.standsNow();
    if (strike != null) {
      for (var verdict : rule.judgeConfidential(strike.standing().what(), judging.map())) {
        for (var hit : verdict.hits()) {
          var site = hit.site();
          if (site != null) {
            told.add(site.id());
            var finding = SitesFinding.of(verdict, rule);
            lifecycle
                .claim(
                    alerts.ofSite(strike, site.id(), finding, judging.map(), judging.cause()),
                    judging.cause().at())
                .ifPresent(alert -> out.accept(new Outgoing(alert, true)));
          }
        }
      }
    }
    if (change.before() != null) {
      judging.map().confidentialSites().stream()
          .map(Site::id)
          .filter(id -> !told.contains(id))
          .forEach(id -> withdraw(id, change, judging, out));
    }
  }

  private void withdraw(
      String siteId, StrikeChange change, Judging judging, Consumer<Outgoing> out) {
    var reality = judging.cause().reality();
    var ending =
        change.standsNow() == null
            ? JudgeEachStrike.ending(change, judging.changes())
            : Ending.CORRECTED;
    lifecycle
        .withdraw(
            AlertIds.of(AlertIds.site(change.after().message(), siteId), reality),
            ending,
            judging.cause().at())
        .ifPresent(alert -> out.accept(new Outgoing(alert, true)));
  }
}
