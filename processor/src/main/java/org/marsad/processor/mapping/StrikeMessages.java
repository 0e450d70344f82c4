package org.marsad.processor.mapping;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Certainty;
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
import org.marsad.processor.rules.merging.Timing;
import org.marsad.processor.rules.residential.LivedInShares;
import org.marsad.processor.rules.residential.ResidentialStrikeRule;

/** Strikes as messages. */
public final class StrikeMessages {
  private final ResidentialStrikeRule residential;
  private final LivedInShares livedInShares = new LivedInShares();

  public StrikeMessages(ResidentialStrikeRule residential) {
    this.residential = residential;
  }

  /**
   * The id of the strike that a report founds; it does not show the report's source. What turns out
   * a drill is another strike than the one that it was taken for.
   */
  public static String idOf(Cause cause, String reportId) {
    return "s-"
        + (cause.reality() == Reality.ACTUAL
            ? Digests.ofStrike(cause.area(), reportId)
            : Digests.ofStrike(cause.area(), cause.reality().name(), reportId));
  }

  /**
   * The next revision of a standing strike, null where it says what the revision before said.
   *
   * @param before the revision before, null for a new strike
   * @param merged what its reports say together
   * @param timing what they say of time beside
   * @param homesHit how certain those of them are that say that homes were hit; null: none does
   * @param reports its reports
   * @param map of its area
   * @param decisions that stand about its reports
   * @param cause what led to this
   */
  public @Nullable Strike active(
      String strikeId,
      @Nullable Strike before,
      Merged merged,
      Timing timing,
      org.marsad.processor.rules.@Nullable Certainty homesHit,
      List<StrikeReport> reports,
      Collection<Decision> decisions,
      AreaMap map,
      Cause cause) {
    var circle = merged.spot().circle();
    var apart = timing.statedApart();
    var draft =
        Strike.newBuilder()
            .setStrikeId(strikeId)
            .setRevision(before == null ? 1 : before.getRevision())
            .setStatus(StrikeStatus.ACTIVE)
            .setReality(cause.reality())
            .setReportIds(merged.reportIds())
            .setSources(List.copyOf(merged.sources()))
            .setLineages(List.copyOf(merged.lineages()))
            .setCertainty(Domain.to(Certainty.class, merged.certainty()))
            .setArea(cause.area())
            .setNeighbourhood(merged.spot().neighbourhood())
            .setPlaceBasis(Domain.to(PlaceBasis.class, merged.spot().basis()))
            .setPlaceText(merged.spot().text())
            .setLat(circle == null ? null : circle.centre().lat())
            .setLon(circle == null ? null : circle.centre().lon())
            .setRadiusMetres(circle == null ? null : circle.radiusMetres())
            .setOccurredFrom(merged.time().from())
            .setOccurredUntil(merged.time().until())
            .setStatedApartSeconds(apart == null ? null : apart.toSeconds())
            .setTimePrecision(Domain.to(TimePrecision.class, merged.time().precision()))
            .setDelivery(Domain.to(DeliveryMeans.class, merged.delivery()))
            .setDeliveryBasis(
                merged.deliveryInferred() ? DeliveryBasis.INFERRED : DeliveryBasis.STATED)
            .setImpacts(Ranges.of(merged.impacts()))
            .setKilled(Ranges.of(merged.killed()))
            .setInjured(Ranges.of(merged.injured()))
            .setTargets(merged.targets().stream().map(t -> Domain.to(Target.class, t)).toList())
            .setResidential(residential(merged, homesHit, map))
            .setMarks(StrikeMarks.of(reports, merged.spot().pointOutsidePlace()))
            .setDecisionIds(decisions.stream().map(Decision::getDecisionId).toList())
            .setUpdatedAt(before == null ? cause.at() : before.getUpdatedAt());
    var strike = draft.build();
    if (strike.equals(before)) {
      return null;
    }
    return before == null
        ? strike
        : draft.setRevision(before.getRevision() + 1).setUpdatedAt(cause.at()).build();
  }

  /** The last revision of a strike that ends, by becoming part of another or by retraction. */
  public static Strike ended(Strike before, @Nullable String into, Instant at) {
    return Strike.newBuilder(before)
        .setRevision(before.getRevision() + 1)
        .setStatus(into == null ? StrikeStatus.RETRACTED : StrikeStatus.MERGED)
        .setMergedInto(into)
        .setUpdatedAt(at)
        .build();
  }

  private @Nullable ResidentialVerdict residential(
      Merged merged, org.marsad.processor.rules.@Nullable Certainty homesHit, AreaMap map) {
    return residential
        .judge(homesHit, merged.spot(), merged.certainty(), map, livedInShares)
        .map(
            verdict ->
                new ResidentialVerdict(
                    Domain.to(ResidentialBasis.class, verdict.basis()),
                    Domain.to(Certainty.class, verdict.certainty()),
                    verdict.share() < 0 ? null : verdict.share()))
        .orElse(null);
  }
}
