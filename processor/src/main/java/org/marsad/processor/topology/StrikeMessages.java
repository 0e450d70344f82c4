package org.marsad.processor.topology;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Certainty;
import org.marsad.message.CountRange;
import org.marsad.message.Decision;
import org.marsad.message.DeliveryBasis;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Reality;
import org.marsad.message.ResidentialBasis;
import org.marsad.message.ResidentialVerdict;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;
import org.marsad.message.StrikeStatus;
import org.marsad.message.Target;
import org.marsad.message.TimePrecision;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.merging.Merged;
import org.marsad.processor.rules.residential.ResidentialStrikeRule;

/** Strikes as messages. */
final class StrikeMessages {
  private final ResidentialStrikeRule residential;

  StrikeMessages(ResidentialStrikeRule residential) {
    this.residential = residential;
  }

  /**
   * The id of the strike that a report founds; it does not show the report's source. What turns out
   * a drill is another strike than the one that it was taken for.
   */
  static String idOf(Cause cause, String reportId) {
    return "s-"
        + (cause.reality() == Reality.ACTUAL
            ? Digests.of(cause.area(), reportId)
            : Digests.of(cause.area(), cause.reality().name(), reportId));
  }

  /**
   * The next revision of a standing strike, null where it says what the revision before said.
   *
   * @param before the revision before, null for a new strike
   * @param merged what its reports say together
   * @param homesHit how certain those of them are that say that homes were hit; null: none does
   * @param reports its reports
   * @param map of its area
   * @param decisions that stand about its reports
   * @param cause what led to this
   */
  @Nullable Strike active(
      String strikeId,
      @Nullable Strike before,
      Merged merged,
      org.marsad.processor.rules.@Nullable Certainty homesHit,
      List<StrikeReport> reports,
      Collection<Decision> decisions,
      AreaMap map,
      Cause cause) {
    var circle = merged.spot().circle();
    var repaired = new TreeSet<String>();
    reports.forEach(report -> repaired.addAll(Domain.outOfOrder(report)));
    var strike =
        Strike.newBuilder()
            .setStrikeId(strikeId)
            .setRevision(before == null ? 1 : before.getRevision())
            .setStatus(StrikeStatus.ACTIVE)
            .setReality(cause.reality())
            .setReportIds(merged.reportIds())
            .setLineages(List.copyOf(merged.lineages()))
            .setCertainty(Domain.to(Certainty.class, merged.certainty()))
            .setArea(cause.area())
            .setNeighbourhood(merged.spot().neighbourhood())
            .setPlaceBasis(Domain.to(PlaceBasis.class, merged.spot().basis()))
            .setPlaceText(merged.spot().text())
            .setLat(circle == null ? null : circle.centre().lat())
            .setLon(circle == null ? null : circle.centre().lon())
            .setRadiusMetres(circle == null ? null : circle.radiusMetres())
            .setPointOutsidePlace(merged.spot().pointOutsidePlace())
            .setOccurredFrom(merged.time().from())
            .setOccurredUntil(merged.time().until())
            .setTimePrecision(Domain.to(TimePrecision.class, merged.time().precision()))
            .setDelivery(Domain.to(DeliveryMeans.class, merged.delivery()))
            .setDeliveryBasis(
                merged.deliveryInferred() ? DeliveryBasis.INFERRED : DeliveryBasis.STATED)
            .setImpacts(range(merged.impacts()))
            .setKilled(range(merged.killed()))
            .setInjured(range(merged.injured()))
            .setTargets(merged.targets().stream().map(t -> Domain.to(Target.class, t)).toList())
            .setResidential(residential(merged, homesHit, map))
            .setRepaired(List.copyOf(repaired))
            .setDecisionIds(decisions.stream().map(Decision::getDecisionId).toList())
            .setUpdatedAt(before == null ? cause.at() : before.getUpdatedAt())
            .build();
    if (strike.equals(before)) {
      return null;
    }
    return before == null
        ? strike
        : Strike.newBuilder(strike)
            .setRevision(before.getRevision() + 1)
            .setUpdatedAt(cause.at())
            .build();
  }

  /** The last revision of a strike that ends, by becoming part of another or by retraction. */
  static Strike ended(Strike before, @Nullable String into, Instant at) {
    return Strike.newBuilder(before)
        .setRevision(before.getRevision() + 1)
        .setStatus(into == null ? StrikeStatus.RETRACTED : StrikeStatus.MERGED)
        .setMergedInto(into)
        .setUpdatedAt(at)
        .build();
  }

  static @Nullable CountRange range(org.marsad.processor.rules.@Nullable CountRange range) {
    return range == null
        ? null
        : new CountRange(
            range.low(),
            range.best(),
            range.high() == org.marsad.processor.rules.CountRange.OPEN ? null : range.high());
  }

  private @Nullable ResidentialVerdict residential(
      Merged merged, org.marsad.processor.rules.@Nullable Certainty homesHit, AreaMap map) {
    return residential
        .judge(homesHit, merged.spot(), merged.certainty(), map)
        .map(
            verdict ->
                new ResidentialVerdict(
                    Domain.to(ResidentialBasis.class, verdict.basis()),
                    Domain.to(Certainty.class, verdict.certainty()),
                    verdict.share() < 0 ? null : verdict.share()))
        .orElse(null);
  }
}
