package org.marsad.standalone.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.MessageType;
import org.marsad.message.Place;
import org.marsad.message.ReportStatus;
import org.marsad.message.SiteBasis;
import org.marsad.message.SiteHit;
import org.marsad.message.SiteKind;
import org.marsad.message.Target;
import org.marsad.processor.rules.Circle;
import org.marsad.processor.rules.GeoPoint;
import org.marsad.processor.rules.PlaceBasis;
import org.marsad.processor.rules.Spot;

/** PROTECTED_SITE_STRIKE: each site that was or may have been hit, by report or by distance. */
final class ProtectedSiteWords implements RuleWords {
  @Override
  public String sentence(Inquiry inquiry) {
    var alert = inquiry.alert();
    var hits = alert.getProtectedSites();
    if (hits.isEmpty()) {
      return new AnyRuleWords().sentence(inquiry);
    }
    var sentences = new ArrayList<String>();
    sentences.add(
        "A strike on %s in %s: %s."
            .formatted(
                inquiry.times().span(alert.getOnset(), alert.getOnset(), alert.getOnsetPrecision()),
                inquiry.place(),
                Words.counts(alert.getImpacts(), alert.getKilled(), alert.getInjured())));
    var reported =
        of(hits, SiteBasis.REPORT).stream()
            .map(hit -> "a " + kind(hit.getKind()))
            .distinct()
            .toList();
    if (!reported.isEmpty()) {
      sentences.add("By report it hit %s.".formatted(Words.list(reported)));
    }
    var near = of(hits, SiteBasis.REACH);
    if (!near.isEmpty()) {
      sentences.add(
          "It may have hit %s, which %s within reach of where it fell, though no report says so."
              .formatted(
                  Words.list(near.stream().map(hit -> named(inquiry, hit)).toList()),
                  near.size() == 1 ? "lies" : "lie"));
    }
    return String.join(" ", sentences);
  }

  @Override
  public void why(Inquiry inquiry, Sheet sheet) {
    var alert = inquiry.alert();
    var hits = alert.getProtectedSites();
    if (hits.isEmpty()) {
      new AnyRuleWords().why(inquiry, sheet);
      return;
    }
    sheet.title(
        alert.getMessageType() == MessageType.CANCEL
            ? "WHY A PROTECTED SITE COUNTED AS HIT"
            : "WHY A PROTECTED SITE COUNTS AS HIT");
    sheet.text(
        2,
        "A protected site counts where a report says that one of its kind was hit, or where it lies"
            + " within reach of the circle somewhere in which the strike fell.");
    sheet.row(2, "rule asks", asked(inquiry));
    sheet.row(2, "circle", circle(alert));
    for (var hit : hits) {
      sheet.row(2, kind(hit.getKind()), why(inquiry, hit));
    }
    sheet.row(2, "certainty", certainty(inquiry, hits));
  }

  private static String asked(Inquiry inquiry) {
    var reach = reach(inquiry);
    return reach == null
        ? "a distance that is not known here: name the rules in force with --rules."
        : "at most %s from the edge of the circle to the site.".formatted(metres(reach));
  }

  private static String circle(Alert alert) {
    var radius = radius(alert);
    if (radius == null) {
      return "none is known of where the strike fell, so no site can be said to be near.";
    }
    return isFine(alert)
        ? metres(radius) + " radius."
        : metres(radius)
            + " radius and no neighbourhood: too coarse to say that any site lies near.";
  }

  private static String why(Inquiry inquiry, SiteHit hit) {
    var text = new ArrayList<String>();
    if (hit.getBasis() == SiteBasis.REPORT) {
      text.add(byReport(inquiry, hit.getKind()));
    }
    if (hit.getConfidential()) {
      text.add(
          "%s lies within reach. Which it is and how far away is not shown."
              .formatted(Discretion.INSTEAD));
    } else if (hit.getSiteId() == null) {
      text.add("None that Marsad knows lies within reach.");
    } else {
      text.add(distance(inquiry, hit));
    }
    if (hit.getBasis() == SiteBasis.REACH) {
      text.add("No report says that it was hit.");
    }
    return String.join(" ", text);
  }

  /** A report names what was hit, hardly ever which of its kind. */
  private static String byReport(Inquiry inquiry, SiteKind kind) {
    var said = reports(inquiry, kind);
    var who =
        said.isEmpty()
            ? "A report, which is not in the log any more or was changed since,"
            : Words.list(said);
    return "%s %s that a %s was hit, but not which."
        .formatted(who, said.size() > 1 ? "say" : "says", kind(kind));
  }

  /** The reports that ever named this kind of target. */
  private static List<String> reports(Inquiry inquiry, SiteKind kind) {
    var said = new TreeSet<String>();
    for (var strikeId : inquiry.alert().getStrikeIds()) {
      var strike = inquiry.evidence().strike(strikeId);
      if (strike == null) {
        continue;
      }
      for (var id : strike.getReportIds()) {
        var names =
            inquiry.evidence().reports().getOrDefault(id, List.of()).stream()
                .filter(report -> report.getStatus() == ReportStatus.REPORTED)
                .anyMatch(report -> names(report.getTargets(), kind));
        if (names) {
          said.add(inquiry.discretion().of(id));
        }
      }
    }
    return List.copyOf(said);
  }

  private static boolean names(Collection<Target> targets, SiteKind kind) {
    return org.marsad.processor.rules.SiteKind.valueOf(kind.name())
        .target()
        .map(target -> Target.valueOf(target.name()))
        .filter(targets::contains)
        .isPresent();
  }

  private static String distance(Inquiry inquiry, SiteHit hit) {
    var name = name(inquiry, hit);
    var distance = hit.getDistanceMetres();
    if (distance == null) {
      return name + " lies within reach; how far away is not told.";
    }
    var from = "%s lies %s from the circle's middle".formatted(name, metres(distance));
    var radius = radius(inquiry.alert());
    if (radius == null) {
      return from + ".";
    }
    var beyond = decimetres(distance) - decimetres(radius);
    if (beyond <= 0) {
      return from + ", inside the circle.";
    }
    var reach = reach(inquiry);
    return "%s: %s − %s = %s from its edge%s."
        .formatted(
            from,
            metres(distance),
            metres(radius),
            metres(beyond / 10.0),
            reach == null ? "" : ", of at most " + metres(reach));
  }

  private static String certainty(Inquiry inquiry, List<SiteHit> hits) {
    var alert = inquiry.alert();
    var words = Words.certainty(alert.getCertainty(), alert.getSources()) + ".";
    if (!of(hits, SiteBasis.REPORT).isEmpty()) {
      return "that of the strike, because a report says so: " + words;
    }
    var nearest = nearest(hits);
    var radius = radius(alert);
    var reach = reach(inquiry);
    if (nearest == null || radius == null || reach == null) {
      return words + " No report says that a protected site was hit.";
    }
    var distance = Objects.requireNonNull(nearest.getDistanceMetres());
    var farthest = (decimetres(distance) + decimetres(radius)) / 10.0;
    var sum =
        "%s + %s = %s from %s"
            .formatted(metres(distance), metres(radius), metres(farthest), name(inquiry, nearest));
    if (farthest <= reach) {
      return "that of the strike, because even at the far edge of the circle it fell within reach, %s: %s"
          .formatted(sum, words);
    }
    return alert.getCertainty() == Certainty.POSSIBLE
        ? "only possible: no report says that a protected site was hit, and if the strike fell at the far edge of its circle, that is %s, more than %s.%s"
            .formatted(
                sum,
                metres(reach),
                isPossible(inquiry) ? " The strike itself is only possible, too." : "")
        : words + " No report says that a protected site was hit.";
  }

  private static boolean isPossible(Inquiry inquiry) {
    return inquiry.alert().getStrikeIds().stream()
        .map(inquiry.evidence()::strike)
        .anyMatch(strike -> strike != null && strike.getCertainty() == Certainty.POSSIBLE);
  }

  /** The nearest of which it may be told how far it is. */
  private static @Nullable SiteHit nearest(List<SiteHit> hits) {
    SiteHit nearest = null;
    for (var hit : hits) {
      if (hit.getDistanceMetres() != null
          && !hit.getConfidential()
          && (nearest == null
              || hit.getDistanceMetres() < Objects.requireNonNull(nearest.getDistanceMetres()))) {
        nearest = hit;
      }
    }
    return nearest;
  }

  /** The rule's; null where it is not known. */
  private static @Nullable Double reach(Inquiry inquiry) {
    for (var number : inquiry.alert().getReason().getNumbers()) {
      if (number.getName().equals("reachMetres")) {
        return number.getValue();
      }
    }
    return inquiry.hasRulesInForce() ? inquiry.rules().protectedSiteStrike().reachMetres() : null;
  }

  /** Of the circle as it was then; null where the strike has none. */
  private static @Nullable Double radius(Alert alert) {
    var circle = circle(alert.getPlace());
    return circle == null ? null : circle.radiusMetres();
  }

  private static @Nullable Circle circle(@Nullable Place place) {
    return place == null
            || place.getLat() == null
            || place.getLon() == null
            || place.getRadiusMetres() == null
        ? null
        : new Circle(new GeoPoint(place.getLat(), place.getLon()), place.getRadiusMetres());
  }

  /** Whether the place is known finely enough for the rule to look for sites near it. */
  private static boolean isFine(Alert alert) {
    var place = alert.getPlace();
    var parts = alert.getNeighbourhoods();
    return place != null
        && new Spot(
                parts.isEmpty() ? null : parts.get(0),
                PlaceBasis.valueOf(place.getBasis().name()),
                circle(place),
                false,
                null)
            .isFine();
  }

  private static List<SiteHit> of(List<SiteHit> hits, SiteBasis basis) {
    return hits.stream().filter(hit -> hit.getBasis() == basis).toList();
  }

  /** {@code School 7 (school)}. */
  private static String named(Inquiry inquiry, SiteHit hit) {
    var kind = kind(hit.getKind());
    return hit.getSiteId() == null ? "a " + kind : name(inquiry, hit) + " (" + kind + ")";
  }

  private static String kind(SiteKind kind) {
    return switch (kind) {
      case WATER -> "waterworks";
      case OTHER -> "protected site";
      default -> Words.code(kind.name());
    };
  }

  private static String name(Inquiry inquiry, SiteHit hit) {
    return hit.getSiteId() == null ? Discretion.INSTEAD : inquiry.name(hit.getSiteId());
  }

  private static String metres(double metres) {
    var tenths = decimetres(metres);
    return tenths % 10 == 0
        ? tenths / 10 + " m"
        : String.format(Locale.ROOT, "%d.%d m", tenths / 10, tenths % 10);
  }

  private static long decimetres(double metres) {
    return Math.round(metres * 10);
  }
}
