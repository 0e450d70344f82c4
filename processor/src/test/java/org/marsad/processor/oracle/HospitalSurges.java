package org.marsad.processor.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.marsad.message.EmergencyDepartment;
import org.marsad.message.HospitalStatus;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.message.Site;
import org.marsad.message.SiteKind;
import org.marsad.message.TimePrecision;

/** HOSPITAL_SURGE for each hospital and local day of one area and reality. */
final class HospitalSurges {
  private final World world;
  private final ZoneId zone;
  private final Reality reality;
  private final List<Site> hospitals;
  private LocalDate day = LocalDate.EPOCH;
  private Instant heardFrom = Instant.EPOCH;

  private HospitalSurges(World world, Reality reality, List<Site> hospitals) {
    this.world = world;
    this.zone = world.zone();
    this.reality = reality;
    this.hospitals = hospitals;
  }

  /** Unrounded low, best and high; open is not to be told by the high. */
  private record Share(double low, double best, double high, boolean open) {
    static final Share NOTHING = new Share(0, 0, 0, false);

    static Share of(Range range) {
      return new Share(
          range.low(), range.best(), range.high() == null ? 0 : range.high(), range.high() == null);
    }

    /** An open end stays open, except where it is multiplied by nothing. */
    Share times(double ofLow, double ofBest, double ofHigh) {
      return new Share(low * ofLow, best * ofBest, high * ofHigh, open && ofHigh > 0);
    }

    Share times(double[] lowBestHigh) {
      return times(lowBestHigh[0], lowBestHigh[1], lowBestHigh[2]);
    }

    Share times(double factor) {
      return times(factor, factor, factor);
    }

    Share plus(Share other) {
      return new Share(low + other.low, best + other.best, high + other.high, open || other.open);
    }
  }

  static void claim(
      World world, Reality reality, List<OneStrike> strikes, Map<String, Facts> claims) {
    var hospitals = new ArrayList<Site>();
    if (world.profile() != null) {
      world.profile().getSites().stream()
          .filter(site -> site.getKind() == SiteKind.HOSPITAL)
          .forEach(hospitals::add);
    }
    if (hospitals.isEmpty()) {
      return;
    }
    var surges = new HospitalSurges(world, reality, hospitals);
    var days = new TreeSet<LocalDate>();
    for (var strike : strikes) {
      strike
          .firstDay(world.zone())
          .datesUntil(strike.lastDay(world.zone()).plusDays(1))
          .forEach(days::add);
    }
    for (var day : days) {
      var ofDay = strikes.stream().filter(s -> s.touches(day, world.zone())).toList();
      surges.claimDay(day, ofDay, claims);
    }
  }

  private void claimDay(LocalDate day, List<OneStrike> strikes, Map<String, Facts> claims) {
    this.day = day;
    var full = strikes.stream().filter(this::isFull).toList();
    var soon = full.stream().filter(OneStrike::isKnownWithinAnHour).toList();
    var deciding = soon.isEmpty() ? full : soon;
    var asOf =
        deciding.stream()
            .map(OneStrike::until)
            .max(Comparator.naturalOrder())
            .orElse(day.plusDays(1).atStartOfDay(zone).toInstant());
    var mayHaveFallen =
        soon.isEmpty()
            ? full.stream()
                .map(OneStrike::from)
                .min(Comparator.naturalOrder())
                .orElse(day.atStartOfDay(zone).toInstant())
            : asOf;
    this.heardFrom = mayHaveFallen.minus(Thresholds.STATUS_BEFORE);
    var receiving =
        hospitals.stream().filter(h -> department(h, asOf) != EmergencyDepartment.CLOSED);
    if (receiving.findAny().isEmpty()) {
      claimIfManyArrive(day, asOf, null, strikes, strike -> new double[] {1, 1, 1}, claims);
      return;
    }
    for (var hospital : hospitals) {
      if (department(hospital, asOf) != EmergencyDepartment.CLOSED) {
        claimIfManyArrive(day, asOf, hospital, strikes, s -> shares(hospital, s, asOf), claims);
      }
    }
  }

  private void claimIfManyArrive(
      LocalDate day,
      Instant asOf,
      @Nullable Site hospital,
      List<OneStrike> strikes,
      Function<OneStrike, double[]> shares,
      Map<String, Facts> claims) {
    var within24 = grouped(strikes, s -> within24Hours(s).times(shares.apply(s)));
    if (Math.round(within24.best()) < Thresholds.MIN_ARRIVALS) {
      return;
    }
    var within90 = grouped(strikes, s -> within90Minutes(s, asOf).times(shares.apply(s)));
    var status = hospital == null ? null : status(hospital, asOf);
    var site = hospital == null ? null : hospital.getSiteId();
    var facts =
        AlertFacts.aboutMany(strikes, new Facts())
            .with("addressees", site == null ? List.of() : List.of(site))
            .with("siteId", site)
            .with("day", day)
            .with("asOf", asOf)
            .with("within90Minutes", rounded(within90))
            .with("within24Hours", rounded(within24))
            .with("critical", rounded(within24.times(1.0 / 3)))
            .with("wounded", rounded(grouped(strikes, this::wounded)))
            .with("surgeStrikes", (long) strikes.size())
            .with("injuredReported", strikes.stream().filter(s -> s.injured() != null).count())
            .with("injuredEstimated", strikes.stream().filter(this::isEstimated).count())
            .with("unreported", strikes.stream().filter(s -> woundedOf(s) == null).count())
            .with("share", within24.best() / grouped(strikes, this::wounded).best())
            .with(
                "distanceMetres",
                hospital == null ? null : Rounded.decimetres(nearest(hospital, strikes)))
            .with(
                "receiving",
                hospitals.stream()
                    .filter(h -> department(h, asOf) != EmergencyDepartment.CLOSED)
                    .count())
            .with("bedsAvailable", status == null ? null : number(status.getBedsAvailable()))
            .with("statusAt", status == null ? null : status.getUpdatedAt());
    if (hospital != null) {
      facts.with("emergencyDepartment", department(hospital, asOf));
    }
    claims.put(
        "%s %s %s %s".formatted(Rule.HOSPITAL_SURGE, reality, site == null ? "area" : site, day),
        facts);
  }

  private static @Nullable Long number(@Nullable Integer number) {
    return number == null ? null : Long.valueOf(number);
  }

  /** Wounded as reported, else estimated; null where neither is known. */
  private static @Nullable Share woundedOf(OneStrike strike) {
    if (strike.injured() != null) {
      return Share.of(strike.injured());
    }
    if (strike.killed() == null) {
      return null;
    }
    return Share.of(strike.killed())
        .times(
            Thresholds.WOUNDED_PER_KILLED_LOW,
            Thresholds.WOUNDED_PER_KILLED_BEST,
            Thresholds.WOUNDED_PER_KILLED_HIGH);
  }

  private boolean isEstimated(OneStrike strike) {
    return strike.injured() == null && strike.killed() != null;
  }

  /** What counts on the day: in full, or its high alone. */
  private Share wounded(OneStrike strike) {
    var wounded = woundedOf(strike);
    if (wounded == null) {
      return Share.NOTHING;
    }
    return isFull(strike) ? wounded : wounded.times(0, 0, 1);
  }

  /** On the last day that it touches, where it is one day's, or a night's. */
  private boolean isFull(OneStrike strike) {
    var isOneDays = strike.firstDay(zone).equals(strike.lastDay(zone));
    var hours = Duration.between(strike.from(), strike.until());
    return strike.precision().compareTo(TimePrecision.DAY) <= 0
        && strike.lastDay(zone).equals(day)
        && (isOneDays || hours.compareTo(Duration.ofHours(24)) <= 0);
  }

  private Share within24Hours(OneStrike strike) {
    return wounded(strike).times(Thresholds.ARRIVING_LOW, 1, 1);
  }

  private Share within90Minutes(OneStrike strike, Instant asOf) {
    var low = Thresholds.ARRIVING_LOW;
    var high = Thresholds.ARRIVING_HIGH;
    if (!strike.isKnownWithinAnHour()) {
      return wounded(strike).times(0, 0, high);
    }
    return strike.until().isAfter(asOf.minus(Thresholds.SOON))
        ? wounded(strike).times(low, (low + high) / 2, high)
        : Share.NOTHING;
  }

  /** Least, best and most: others that are confidential are near, as far as this one, away. */
  private double[] shares(Site hospital, OneStrike strike, Instant asOf) {
    var own = weight(hospital, asOf, metres(hospital, strike));
    var near = own;
    var alike = own;
    var away = own;
    for (var other : hospitals) {
      if (!other.equals(hospital) && !other.getConfidential()) {
        var weight = weight(other, asOf, metres(other, strike));
        near += weight;
        alike += weight;
        away += weight;
      } else if (!other.equals(hospital)) {
        near += weight(other, asOf, 0);
        alike += weight(other, asOf, metres(hospital, strike));
      }
    }
    return new double[] {own / near, own / alike, own / away};
  }

  private double metres(Site hospital, OneStrike strike) {
    var circle = strike.spot().circle();
    return circle == null ? 0 : circle.metresTo(hospital.getLat(), hospital.getLon());
  }

  private double weight(Site hospital, Instant asOf, double metres) {
    var department = department(hospital, asOf);
    if (department == EmergencyDepartment.CLOSED) {
      return 0;
    }
    var far = metres / Thresholds.HALF_SHARE_METRES;
    var weight = room(hospital, asOf) / (1 + far * far);
    return department == EmergencyDepartment.ADVISORY ? weight / 2 : weight;
  }

  private int room(Site hospital, Instant asOf) {
    var status = status(hospital, asOf);
    Integer beds = status == null ? null : status.getBedsAvailable();
    var room = beds == null ? hospital.getCapacity() : beds;
    return Math.max(1, room == null ? Thresholds.ROOM_IF_UNKNOWN : room);
  }

  private EmergencyDepartment department(Site hospital, Instant asOf) {
    var status = status(hospital, asOf);
    return status == null ? EmergencyDepartment.UNKNOWN : status.getEmergencyDepartment();
  }

  private @Nullable HospitalStatus status(Site hospital, Instant asOf) {
    return world.statuses().stream()
        .filter(status -> status.getReality() == reality)
        .filter(status -> status.getSiteId().equals(hospital.getSiteId()))
        .filter(status -> !status.getUpdatedAt().isBefore(heardFrom))
        .filter(status -> status.getUpdatedAt().isBefore(asOf.plus(Thresholds.STATUS_AFTER)))
        .max(Comparator.comparing(HospitalStatus::getUpdatedAt))
        .orElse(null);
  }

  private static @Nullable Double nearest(Site hospital, List<OneStrike> strikes) {
    Double nearest = null;
    for (var strike : strikes) {
      var circle = strike.spot().circle();
      if (circle != null) {
        var metres = circle.metresTo(hospital.getLat(), hospital.getLon());
        nearest = nearest == null ? metres : Math.min(nearest, metres);
      }
    }
    return nearest;
  }

  private static Share grouped(List<OneStrike> strikes, Function<OneStrike, Share> value) {
    var groups = new HashMap<String, Share>();
    var all = Share.NOTHING;
    for (var strike : strikes) {
      groups.merge(strike.group(), value.apply(strike), Share::plus);
      all = all.plus(value.apply(strike));
    }
    return new Share(
        groups.values().stream().mapToDouble(Share::low).max().orElse(0),
        groups.values().stream().mapToDouble(Share::best).max().orElse(0),
        all.high(),
        all.open());
  }

  private static Rounded rounded(Share share) {
    return new Rounded(share.low(), share.best(), share.open() ? null : share.high());
  }
}
