package org.marsad.processor.judging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.Finding;
import org.marsad.message.Rule;
import org.marsad.processor.mapping.Domain;
import org.marsad.processor.mapping.KnownStrike;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.Severity;
import org.marsad.processor.rules.SiteKind;
import org.marsad.processor.rules.heaviest.Judged;
import org.marsad.processor.rules.merging.StandingStrike;
import org.marsad.processor.rules.repeat.RepeatStrikeRule;
import org.marsad.processor.rules.severity.StrikeSeverity;
import org.marsad.processor.rules.sites.ProtectedSiteRule;
import org.marsad.processor.settings.Rules;
import org.marsad.schemas.Areas;
import org.marsad.schemas.Findings;

/**
 * All that the rules find of one strike, each asked by itself: where one fails, what it found
 * before stands, and the others are told all the same.
 */
final class StrikeFindings {
  private final Rules rules;
  private final Judging judging;
  private final KnownStrike known;
  private final StandingStrike strike;
  private final @Nullable Alert before;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Certainty> certainties = new ArrayList<>();

  private int killed;
  private int casualties;
  private boolean uncounted;
  private @Nullable Certainty repeat;
  private List<SiteKind> reportedSites = List.of();
  private int daysByPeople;

  /**
   * Asks all rules.
   *
   * @param before the alert as it stands; null where there is none
   */
  StrikeFindings(Rules rules, Judging judging, KnownStrike known, @Nullable Alert before) {
    this.rules = rules;
    this.judging = judging;
    this.known = known;
    this.strike = known.standing();
    this.before = before;
    ask(Rule.CASUALTIES, this::casualties);
    ask(Rule.RESIDENTIAL_STRIKE, this::residential);
    ask(Rule.PROTECTED_SITE_STRIKE, this::sites);
    ask(Rule.REPEAT_STRIKE, this::repeat);
    ask(Rule.HEAVIEST_IN_DAYS, this::heaviest);
    ask(Rule.UNPLACED_STRIKE, this::unplaced);
  }

  List<Finding> findings() {
    return findings;
  }

  Severity severity() {
    return rules
        .severities()
        .strike()
        .judge(
            new StrikeSeverity.Facts(
                killed,
                casualties,
                uncounted,
                canBeLivedIn(),
                repeat,
                reportedSites,
                daysByPeople,
                isUnplaced(),
                certainties));
  }

  /** A rule's question. */
  private interface Question {
    Optional<Finding> ask();
  }

  private void ask(Rule rule, Question question) {
    try {
      question.ask().ifPresent(findings::add);
    } catch (RuntimeException e) {
      judging.failures().add(e);
      if (before != null) {
        Findings.of(before, rule).ifPresent(findings::add);
      }
    }
  }

  private Optional<Finding> casualties() {
    var rule = rules.casualties();
    var certainty = strike.what().certainty();
    var verdict = rule.judge(strike.what().killed(), strike.what().injured());
    verdict.ifPresent(
        found -> {
          killed = found.killed();
          casualties = found.casualties();
          uncounted = found.unknown();
          if (!found.unknown()) {
            certainties.add(certainty);
          }
        });
    return verdict.map(found -> CasualtiesFinding.of(found, certainty, rule));
  }

  private Optional<Finding> residential() {
    return Optional.ofNullable(known.message().getResidential())
        .map(ResidentialFinding::of)
        .map(this::counted);
  }

  private Optional<Finding> sites() {
    var rule = rules.protectedSiteStrike();
    var verdict = rule.judge(strike.what(), judging.map());
    verdict.ifPresent(
        found ->
            reportedSites =
                found.hits().stream()
                    .filter(hit -> hit.basis() == ProtectedSiteRule.Basis.REPORT)
                    .map(ProtectedSiteRule.Hit::kind)
                    .toList());
    return verdict.map(found -> SitesFinding.of(found, rule)).map(this::counted);
  }

  private Optional<Finding> repeat() {
    var rule = rules.repeatStrike();
    var time = strike.what().time();
    var others =
        time.isFine()
            ? judging
                .strikes()
                .overSince(
                    time.from().minus(rule.window()),
                    time.until(),
                    earlier -> earlier.canBeRepeatedBy(strike, rule))
            : List.<StandingStrike>of();
    var verdict = rule.judge(strike, others, judging.map());
    verdict.ifPresent(found -> repeat = found.certainty());
    judging
        .strikes()
        .repeats(
            strike,
            verdict
                .filter(found -> !found.earlier().isEmpty())
                .map(RepeatStrikeRule.Repeat::certainty)
                .orElse(null));
    return verdict.map(found -> RepeatFinding.of(found, rule)).map(this::counted);
  }

  private Optional<Finding> heaviest() {
    if (isUnplaced()) {
      return Optional.empty();
    }
    var judged = records();
    daysByPeople = judged.longestPeopleDays();
    return judged.records().isEmpty()
        ? Optional.empty()
        : Optional.of(counted(HeaviestFinding.of(judged, strike.what().certainty())));
  }

  private Judged records() {
    for (var judged : judging.records()) {
      if (judged.strikeId().equals(strike.id())) {
        return judged;
      }
    }
    return judging.ledger().judgeStrike(strike.id());
  }

  private Optional<Finding> unplaced() {
    return isUnplaced()
        ? Optional.of(counted(UnplacedFinding.of(strike.what().certainty())))
        : Optional.empty();
  }

  private Finding counted(Finding finding) {
    certainties.add(Domain.to(Certainty.class, finding.getCertainty()));
    return finding;
  }

  private boolean isUnplaced() {
    return known.message().getArea().equals(Areas.UNPLACED);
  }

  /** The map may say that nobody lives there; not where the point denies the name. */
  private boolean canBeLivedIn() {
    var spot = strike.what().spot();
    var part =
        spot.neighbourhood() == null ? null : judging.map().parts().get(spot.neighbourhood());
    return part == null || spot.pointOutsidePlace() || part.landUse().canBeLivedIn();
  }
}
