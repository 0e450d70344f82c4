package org.marsad.processor.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.marsad.message.EmergencyDepartment;
import org.marsad.message.HospitalStatus;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.message.Severity;
import org.marsad.message.Site;
import org.marsad.message.SiteKind;
import org.marsad.message.Standing;
import org.marsad.message.TimePrecision;

/** HOSPITAL_SURGE for each hospital and local day of one area and reality. */
final class HospitalSurges {
  private final World world;
  private final ZoneId zone;
  private final Reality reality;
  private final List<OneStrike> all;
  private final List<Site> open;
  private final List<Site> confidential;

  private HospitalSurges(World world, Reality reality, List<OneStrike> all) {
    this.world = world;
    this.zone = world.zone();
    this.reality = reality;
    this.all = all;
    this.open = ProtectedSites.publicSites(world.profile(), reality, SiteKind.HOSPITAL);
    this.confidential =
        ProtectedSites.confidentialSites(world.profile(), reality).stream()
            .filter(site -> site.getKind() == SiteKind.HOSPITAL)
            .toList();
  }

  static void claim(
      World world, Reality reality, List<OneStrike> strikes, Map<String, Facts> claims) {
    var surges = new HospitalSurges(world, reality, strikes);
    var days = new TreeSet<LocalDate>();
    for (var strike : strikes) {
      if (strike.isDated(world.zone())) {
        days.add(strike.lastDay(world.zone()));
      }
    }
    for (var day : days) {
      surges.new OneDay(day).claim(claims);
    }
  }

  /** One day's strikes, and what the hospitals said by then. */
  private final class OneDay {
    private final LocalDate day;
    private final List<OneStrike> strikes;
    private final Instant asOf;
    private final Instant heardFrom;
    private final List<OneStrike> soon;

    private OneDay(LocalDate day) {
      this.day = day;
      this.strikes = all.stream().filter(strike -> strike.countsOn(day, zone)).toList();
      var full = strikes.stream().filter(strike -> strike.isDated(zone)).toList();
      var timed = full.stream().filter(OneStrike::isKnownWithinAnHour).toList();
      this.asOf =
          (timed.isEmpty() ? full : timed)
              .stream().map(OneStrike::until).max(Comparator.naturalOrder()).orElseThrow();
      var mayHaveFallen =
          timed.isEmpty()
              ? full.stream().map(OneStrike::from).min(Comparator.naturalOrder()).orElseThrow()
              : asOf;
      this.heardFrom = mayHaveFallen.minus(Thresholds.STATUS_BEFORE);
      this.soon = new ArrayList<>(strikes);
      all.stream()
          .filter(s -> s.isDated(zone) && s.lastDay(zone).equals(day.minusDays(1)))
          .filter(OneStrike::isKnownWithinAnHour)
          .filter(s -> s.until().isAfter(asOf.minus(Thresholds.SOON)))
          .forEach(soon::add);
    }

    private void claim(Map<String, Facts> claims) {
      var anyOpen =
          open.stream()
              .anyMatch(site -> strikes.stream().anyMatch(strike -> weight(site, strike) > 0));
      if (!anyOpen && !open.isEmpty()) {
        claimIfMany(null, Standing.NOWHERE_TO_GO, strike -> new Share(0.5, 1, 1), claims);
      }
      for (var site : open) {
        claim(site, open, claims);
      }
      for (var site : confidential) {
        var known = new ArrayList<>(open);
        known.add(site);
        claim(site, known, claims);
      }
    }

    private void claim(Site site, List<Site> known, Map<String, Facts> claims) {
      if (department(site) == EmergencyDepartment.CLOSED) {
        var asIfOpen = within24(strikes, strike -> share(site, strike, known, true));
        if (Math.round(asIfOpen.best()) >= Thresholds.MIN_ARRIVALS) {
          put(site, Standing.CLOSED, strike -> new Share(0, 0, 0), claims);
        }
        return;
      }
      var standing = isHit(site) ? Standing.HIT : Standing.RECEIVING;
      claimIfMany(site, standing, strike -> share(site, strike, known, false), claims);
    }

    private void claimIfMany(
        @Nullable Site site,
        Standing standing,
        Function<OneStrike, Share> share,
        Map<String, Facts> claims) {
      if (Math.round(within24(strikes, share).best()) >= Thresholds.MIN_ARRIVALS) {
        put(site, standing, share, claims);
      }
    }

    private Amount within24(List<OneStrike> some, Function<OneStrike, Share> share) {
      return Amount.total(some, strike -> share.apply(strike).of(wounded(strike)));
    }

    private void put(
        @Nullable Site site,
        Standing standing,
        Function<OneStrike, Share> share,
        Map<String, Facts> claims) {
      var arrivals = within24(strikes, share);
      var within90 = Amount.total(soon, strike -> share.apply(strike).of(within90Minutes(strike)));
      var wounded = Amount.total(strikes, this::wounded);
      var status = site == null ? null : status(site);
      var best = Math.round(arrivals.best());
      var certainty = AlertFacts.common(strikes);
      var end = day.plusDays(1).atStartOfDay(zone).toInstant();
      var facts =
          AlertFacts.aboutDay(strikes)
              .with("severity", severity(site, best))
              .with("onset", day.atStartOfDay(zone).toInstant())
              .with("onsetPrecision", TimePrecision.DAY)
              .with(Facts.EVIDENCE + "expiresAt", AlertFacts.expiry(end, strikes))
              .with("findings", List.of(Rule.HOSPITAL_SURGE))
              .with("SURGE.standing", standing)
              .with("SURGE.day", day)
              .with("SURGE.asOf", asOf)
              .with("SURGE.within90Minutes", within90)
              .with("SURGE.within24Hours", arrivals)
              .with("SURGE.critical", arrivals.times(1.0 / 3, 1.0 / 3, 1.0 / 3))
              .with("SURGE.wounded", wounded)
              .with("SURGE.injuredReported", count(s -> s.injured() != null))
              .with("SURGE.injuredEstimated", count(s -> s.injured() == null && s.killed() != null))
              .with("SURGE.unreported", count(s -> s.injured() == null && s.killed() == null))
              .with("SURGE.share", arrivals.best() / wounded.best())
              .with("SURGE.receiving", receiving());
      if (site != null) {
        facts
            .with("addressee", site.getSiteId())
            .with("SURGE.emergencyDepartment", department(site))
            .with("SURGE.distanceMetres", nearest(site));
        if (status != null) {
          facts.with("SURGE.statusAt", status.getUpdatedAt());
          facts.with(
              "SURGE.bedsAvailable",
              status.getBedsAvailable() == null ? null : status.getBedsAvailable().longValue());
        }
      }
      facts.with("certainty", certainty);
      claims.put("HOSPITAL %s %s".formatted(site == null ? "area" : site.getSiteId(), day), facts);
    }

    private Severity severity(@Nullable Site site, long best) {
      var capacity = site == null ? null : site.getCapacity();
      if (best >= 50 || (capacity != null && best * 2 >= capacity && best > 0)) {
        return Severity.EXTREME;
      }
      return best >= 20 ? Severity.SEVERE : Severity.MODERATE;
    }

    private long count(Predicate<OneStrike> which) {
      return strikes.stream().filter(which).count();
    }

    private long receiving() {
      return open.stream()
          .filter(site -> strikes.stream().anyMatch(strike -> weight(site, strike) > 0))
          .count();
    }

    private boolean isHit(Site site) {
      return strikes.stream().anyMatch(strike -> ProtectedSites.isHitByReport(site, strike));
    }

    /** What counts on the day: in full, or its high alone. */
    private Amount wounded(OneStrike strike) {
      var amount = woundedOf(strike);
      return strike.isDated(zone) ? amount : amount.highAlone();
    }

    private Amount within90Minutes(OneStrike strike) {
      var low = Thresholds.ARRIVING_LOW;
      var high = Thresholds.ARRIVING_HIGH;
      if (!strike.isKnownWithinAnHour()) {
        return wounded(strike).times(0, 0, high);
      }
      return strike.until().isAfter(asOf.minus(Thresholds.SOON))
          ? wounded(strike).times(low, (low + high) / 2, high)
          : Amount.NOTHING;
    }

    /**
     * The hospital's part of a strike's wounded. Half may go elsewhere; a hospital that was hit may
     * receive nobody.
     *
     * @param asIfOpen whether to leave out that it is closed
     */
    private Share share(Site site, OneStrike strike, List<Site> known, boolean asIfOpen) {
      var own = asIfOpen ? openWeight(site, strike, 1) : weight(site, strike);
      var rest = 0.0;
      var unhurt = 0.0;
      for (var other : known) {
        if (!other.getSiteId().equals(site.getSiteId())) {
          rest += weight(other, strike);
          unhurt += isHit(other) ? 0 : weight(other, strike);
        }
      }
      if (own == 0) {
        return new Share(0, 0, 0);
      }
      var without = own / (own + unhurt);
      var with = own / (own + rest);
      return isHit(site) ? new Share(0, without, without) : new Share(with / 2, without, without);
    }

    private double weight(Site site, OneStrike strike) {
      return switch (department(site)) {
        case CLOSED -> 0;
        case ADVISORY -> openWeight(site, strike, 0.5);
        default -> openWeight(site, strike, 1);
      };
    }

    private double openWeight(Site site, OneStrike strike, double factor) {
      var metres = metres(site, strike);
      var far = metres / Thresholds.HALF_SHARE_METRES;
      return metres > Thresholds.HOSPITAL_METRES ? 0 : factor * room(site) / (1 + far * far);
    }

    private int room(Site site) {
      var status = status(site);
      Integer beds = status == null ? null : status.getBedsAvailable();
      var room = beds == null ? site.getCapacity() : beds;
      return Math.max(1, room == null ? Thresholds.ROOM_IF_UNKNOWN : room);
    }

    private EmergencyDepartment department(Site site) {
      var status = status(site);
      return status == null ? EmergencyDepartment.UNKNOWN : status.getEmergencyDepartment();
    }

    private @Nullable HospitalStatus status(Site site) {
      return world.statuses().stream()
          .filter(status -> status.getReality() == reality)
          .filter(status -> status.getSiteId().equals(site.getSiteId()))
          .filter(status -> !status.getUpdatedAt().isBefore(heardFrom))
          .filter(status -> status.getUpdatedAt().isBefore(asOf.plus(Thresholds.STATUS_AFTER)))
          .max(Comparator.comparing(HospitalStatus::getUpdatedAt))
          .orElse(null);
    }

    private @Nullable Double nearest(Site site) {
      return strikes.stream()
          .filter(strike -> strike.spot().circle() != null)
          .map(strike -> metres(site, strike))
          .min(Comparator.naturalOrder())
          .map(AlertFacts::decimetres)
          .orElse(null);
    }
  }

  private static double metres(Site site, OneStrike strike) {
    var circle = strike.spot().circle();
    return circle == null ? 0 : circle.metresTo(site.getLat(), site.getLon());
  }

  /** A part of the wounded, as bounds. */
  private record Share(double low, double best, double high) {
    Amount of(Amount wounded) {
      return wounded.times(low, best, high);
    }
  }

  /** Wounded as reported, else estimated; nothing where neither is known. */
  private static Amount woundedOf(OneStrike strike) {
    if (strike.injured() != null) {
      return Amount.of(strike.injured());
    }
    if (strike.killed() == null) {
      return Amount.NOTHING;
    }
    return Amount.of(strike.killed())
        .times(
            Thresholds.WOUNDED_PER_KILLED_LOW,
            Thresholds.WOUNDED_PER_KILLED_BEST,
            Thresholds.WOUNDED_PER_KILLED_HIGH);
  }
}
