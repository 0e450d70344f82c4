package org.marsad.processor.rules.merging;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.Circle;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.DeliveryMeans;
import org.marsad.processor.rules.GeoPoint;
import org.marsad.processor.rules.PlaceBasis;
import org.marsad.processor.rules.Spot;
import org.marsad.processor.rules.Target;
import org.marsad.processor.rules.TimePrecision;
import org.marsad.processor.rules.TimeSpan;

/**
 * A strike that stands: at noon in Damascus, to the minute and the metre, told by one lineage,
 * nothing counted, unless told otherwise.
 */
public final class Stands {
  public static final Instant NOON = Instant.parse("2016-10-12T09:00:00Z");
  public static final GeoPoint HERE = new GeoPoint(36.187, 37.151);

  private final String id;
  private Instant from = NOON;
  private Duration lasting = Duration.ZERO;
  private TimePrecision precision = TimePrecision.MINUTE;
  private @Nullable String neighbourhood;
  private PlaceBasis basis = PlaceBasis.POINT;
  private @Nullable Circle circle = new Circle(HERE, 0);
  private @Nullable CountRange impacts;
  private @Nullable CountRange killed;
  private @Nullable CountRange injured;
  private List<Target> targets = List.of();
  private List<String> lineages = List.of("amal");
  private Certainty certainty = Certainty.LIKELY;
  private List<String> sources = List.of();
  private boolean residential;
  private @Nullable Instant latestEnd;
  private @Nullable Instant firstStated;
  private @Nullable Duration statedApart;

  private Stands(String id) {
    this.id = id;
  }

  /** A strike of one report, both of this id. */
  public static Stands as(String id) {
    return new Stands(id);
  }

  public Stands at(Instant instant) {
    from = instant;
    return this;
  }

  /** So long after noon. */
  public Stands after(Duration duration) {
    return at(NOON.plus(duration));
  }

  public Stands afterMinutes(long minutes) {
    return after(Duration.ofMinutes(minutes));
  }

  public Stands lasting(Duration duration) {
    lasting = duration;
    return this;
  }

  public Stands precise(TimePrecision timePrecision) {
    precision = timePrecision;
    return this;
  }

  /** So far east, with this radius. */
  public Stands east(double metres, double radiusMetres) {
    circle = new Circle(HERE.moved(metres, 90), radiusMetres);
    return this;
  }

  /** In a neighbourhood; where in it is known only if it is told. */
  public Stands in(String code) {
    neighbourhood = code;
    basis = PlaceBasis.NAME;
    return this;
  }

  /** Only the town is known, and a circle around it. */
  public Stands somewhereInTown() {
    neighbourhood = null;
    basis = PlaceBasis.NAME;
    return this;
  }

  public Stands nowhereOnTheMap() {
    circle = null;
    return this;
  }

  public Stands impacts(int n) {
    impacts = CountRange.of(n);
    return this;
  }

  public Stands killed(int low, int best, int high) {
    killed = new CountRange(low, best, high);
    return this;
  }

  public Stands injured(int low, int best, int high) {
    injured = new CountRange(low, best, high);
    return this;
  }

  public Stands hitting(Target... hit) {
    targets = List.of(hit);
    return this;
  }

  public Stands toldBy(String... told) {
    lineages = List.of(told);
    return this;
  }

  public Stands certain(Certainty how) {
    certainty = how;
    return this;
  }

  public Stands residential() {
    residential = true;
    return this;
  }

  /** By sources of other names than their lineages. */
  public Stands from(String... told) {
    sources = List.of(told);
    return this;
  }

  /** Its reports state that it was over so long after noon, at the latest. */
  public Stands overAfter(Duration duration) {
    latestEnd = NOON.plus(duration);
    return this;
  }

  /** Its reports state times so far apart, the first at its start. */
  public Stands statedApart(Duration duration) {
    firstStated = from;
    statedApart = duration;
    return this;
  }

  public StandingStrike strike() {
    var timing =
        new Timing(
            from.plus(lasting).plusSeconds(60),
            latestEnd == null ? from.plus(lasting) : latestEnd,
            firstStated,
            statedApart);
    return new StandingStrike(id, what(), residential, timing);
  }

  /** What its reports say together. */
  public Merged what() {
    return new Merged(
        List.of(id),
        new TreeSet<>(sources.isEmpty() ? lineages : sources),
        new TreeSet<>(lineages),
        certainty,
        new TimeSpan(from, from.plus(lasting), precision),
        new Spot(neighbourhood, basis, circle, false, null),
        DeliveryMeans.AIRCRAFT,
        false,
        impacts,
        killed,
        injured,
        new TreeSet<>(targets));
  }
}
