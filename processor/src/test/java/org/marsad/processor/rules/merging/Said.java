package org.marsad.processor.rules.merging;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.Circle;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.DeliveryMeans;
import org.marsad.processor.rules.GeoPoint;
import org.marsad.processor.rules.PlaceBasis;
import org.marsad.processor.rules.Report;
import org.marsad.processor.rules.SourceKind;
import org.marsad.processor.rules.Spot;
import org.marsad.processor.rules.Target;
import org.marsad.processor.rules.TimePrecision;
import org.marsad.processor.rules.TimeSpan;

/** What a source said: an observer's report to the minute and the metre, unless told otherwise. */
final class Said {
  static final Instant NOON = Instant.parse("2016-10-12T09:00:00Z");
  static final GeoPoint FARDOUS = new GeoPoint(36.187, 37.151);

  private final String id;
  private final String source;
  private String lineage;
  private SourceKind kind = SourceKind.OBSERVER;
  private Instant from = NOON;
  private Duration lasting = Duration.ZERO;
  private TimePrecision precision = TimePrecision.MINUTE;
  private @Nullable String neighbourhood;
  private @Nullable Circle circle = new Circle(FARDOUS, 0);
  private DeliveryMeans delivery = DeliveryMeans.AIRCRAFT;
  private boolean inferred;
  private @Nullable CountRange killed;
  private Set<Target> targets = Set.of();
  private Instant receivedAt = NOON.plusSeconds(600);

  private Said(String id, String source) {
    this.id = id;
    this.source = source;
    this.lineage = source;
  }

  /** A source's report; the source is what stands before the colon. */
  static Said by(String id) {
    return new Said(id, id.substring(0, id.indexOf(':')));
  }

  Said lineage(String upstream) {
    lineage = upstream;
    return this;
  }

  Said kind(SourceKind sourceKind) {
    kind = sourceKind;
    return this;
  }

  /** So long after noon. */
  Said after(Duration duration) {
    from = NOON.plus(duration);
    return this;
  }

  Said lasting(Duration duration) {
    lasting = duration;
    return this;
  }

  Said precise(TimePrecision timePrecision) {
    precision = timePrecision;
    return this;
  }

  Said named(String code) {
    neighbourhood = code;
    return this;
  }

  Said nowhere() {
    circle = null;
    return this;
  }

  /** So far east of the centre of Fardous. */
  Said east(double metres, double radiusMetres) {
    circle = new Circle(FARDOUS.moved(metres, 90), radiusMetres);
    return this;
  }

  Said delivered(DeliveryMeans means) {
    delivery = means;
    return this;
  }

  Said inferred() {
    inferred = true;
    return this;
  }

  Said killed(int low, int best, int high) {
    killed = new CountRange(low, best, high);
    return this;
  }

  Said hitting(Target... hit) {
    targets = Set.of(hit);
    return this;
  }

  Said received(Duration afterNoon) {
    receivedAt = NOON.plus(afterNoon);
    return this;
  }

  Report report() {
    var basis = circle == null ? PlaceBasis.NAME : PlaceBasis.POINT;
    return new Report(
        id,
        source,
        lineage,
        kind,
        new TimeSpan(from, from.plus(lasting), precision),
        new Spot(neighbourhood, basis, circle, false, null),
        delivery,
        inferred,
        null,
        killed,
        null,
        targets,
        receivedAt);
  }

  /**
   * Reports that stand, all of them near each other as far as anybody knows.
   *
   * @param strikes what they were grouped into before; those that are in none are alone
   */
  record All(Collection<Report> reports, List<List<Report>> strikes, Ties ties)
      implements Grouping.Reports {
    @Override
    public Collection<Report> near(Report report) {
      return reports.stream().filter(other -> !other.equals(report)).toList();
    }

    @Override
    public Collection<Report> ofItsStrike(Report report) {
      return strikes.stream()
          .filter(strike -> strike.contains(report))
          .findFirst()
          .orElse(List.of(report));
    }

    @Override
    public Ties ties(Report report) {
      return ties;
    }
  }
}
