package org.marsad.processor.rules;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one source says about one strike: the newest revision of it.
 *
 * @param id the same over all revisions
 * @param source pseudonym of the source
 * @param lineage sources that repeat the same upstream share one
 * @param kind what kind of source
 * @param time when it happened
 * @param spot where it happened
 * @param delivery what delivered it
 * @param deliveryInferred the delivery was read from a text rather than stated
 * @param impacts bombs, shells or launches that landed; null where not reported
 * @param killed people killed; null where not reported
 * @param injured people injured; null where not reported
 * @param targets what was hit
 * @param receivedAt when it was taken in
 */
public record Report(
    String id,
    String source,
    String lineage,
    SourceKind kind,
    TimeSpan time,
    Spot spot,
    DeliveryMeans delivery,
    boolean deliveryInferred,
    @Nullable CountRange impacts,
    @Nullable CountRange killed,
    @Nullable CountRange injured,
    Set<Target> targets,
    Instant receivedAt) {
  public Report {
    targets = Set.copyOf(targets);
  }

  /** Whether time and place are known at least to the hour and the neighbourhood. */
  public boolean isFine() {
    return time.isFine() && spot.isFine();
  }
}
