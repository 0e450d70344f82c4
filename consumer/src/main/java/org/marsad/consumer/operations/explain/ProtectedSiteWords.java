package org.marsad.consumer.operations.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.text.PlainText;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.Finding;
import org.marsad.message.MessageType;
import org.marsad.message.ReportStatus;
import org.marsad.message.SiteBasis;
import org.marsad.message.SiteHit;
import org.marsad.message.SiteKind;
import org.marsad.message.Target;

/** PROTECTED_SITE_STRIKE: each site that was or may have been hit, by report or by distance. */
final class ProtectedSiteWords implements RuleWords {
  @Override
  public String sentence(Inquiry inquiry, Finding finding) {
    var hits = finding.getSites();
    if (hits.isEmpty()) {
      return new AnyRuleWords().sentence(inquiry, finding);
    }
    var sentences = new ArrayList<String>();
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
  public void why(Inquiry inquiry, Finding finding, Sheet sheet) {
    var hits = finding.getSites();
    if (hits.isEmpty()) {
      new AnyRuleWords().why(inquiry, finding, sheet);
      return;
    }
    sheet.title(
        inquiry.alert().getMessageType() == MessageType.CANCEL
            ? "WHY A PROTECTED SITE COUNTED AS HIT"
            : "WHY A PROTECTED SITE COUNTS AS HIT");
    sheet.text(
        2,
        "A protected site counts where a report says that one of its kind was hit, or where it lies"
            + " within reach of a point that is known finely.");
    sheet.row(2, "rule asks", asked(inquiry, finding));
    sheet.row(2, "point", point(inquiry.alert()));
    for (var hit : hits) {
      sheet.row(2, kind(hit.getKind()), why(inquiry, finding, hit));
    }
    sheet.row(2, "certainty", certainty(inquiry, finding));
  }

  private static String asked(Inquiry inquiry, Finding finding) {
    var rules = inquiry.inForce();
    var reach = Numbers.exactly(finding, "reachMetres");
    return "%s beyond the radius of the point%s."
        .formatted(
            reach.isEmpty() ? "a short way" : "at most " + metres(reach.getAsDouble()),
            rules != null ? ", and a radius of at most " + metres(rules.finestSpotMetres()) : "");
  }

  private static String point(Alert alert) {
    var radius = radius(alert);
    return radius == null
        ? "none is known of where the strike fell, so no site can be said to be near."
        : "known to a radius of " + metres(radius) + ".";
  }

  private static String why(Inquiry inquiry, Finding finding, SiteHit hit) {
    var text = new ArrayList<String>();
    if (hit.getBasis() == SiteBasis.REPORT) {
      text.add(byReport(inquiry, hit.getKind()));
    }
    text.add(
        hit.getSiteId() == null
            ? "None that Marsad may tell of is known to lie within reach."
            : distance(inquiry, finding, hit));
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
    for (var strike : inquiry.strikes()) {
      for (var id : strike.getReportIds()) {
        var names =
            inquiry.evidence().reports().getOrDefault(id, List.of()).stream()
                .filter(report -> report.getStatus() == ReportStatus.REPORTED)
                .anyMatch(report -> names(report.getTargets(), kind));
        if (names) {
          said.add(PlainText.of(id));
        }
      }
    }
    return List.copyOf(said);
  }

  /** A target and a site of one kind have one name. */
  private static boolean names(Collection<Target> targets, SiteKind kind) {
    return kind != SiteKind.OTHER
        && targets.stream().anyMatch(target -> target.name().equals(kind.name()));
  }

  private static String distance(Inquiry inquiry, Finding finding, SiteHit hit) {
    var name = name(inquiry, hit);
    var distance = hit.getDistanceMetres();
    var radius = radius(inquiry.alert());
    if (distance == null || radius == null) {
      return name + " lies within reach.";
    }
    var from = "%s lies %s from the point".formatted(name, metres(distance));
    var beyond = decimetres(distance) - decimetres(radius);
    if (beyond <= 0) {
      return from + ", inside its radius.";
    }
    var reach = Numbers.exactly(finding, "reachMetres");
    return "%s: %s − %s = %s beyond its radius%s."
        .formatted(
            from,
            metres(distance),
            metres(radius),
            metres(beyond / 10.0),
            reach.isEmpty() ? "" : ", of at most " + metres(reach.getAsDouble()));
  }

  private static String certainty(Inquiry inquiry, Finding finding) {
    var alert = inquiry.alert();
    var words = Words.certainty(finding.getCertainty(), alert.getSources()) + ".";
    if (!of(finding.getSites(), SiteBasis.REPORT).isEmpty()) {
      return "that of the strike, because a report says so: " + words;
    }
    var nearest = nearest(finding.getSites());
    var radius = radius(alert);
    var reach = Numbers.exactly(finding, "reachMetres");
    if (nearest == null || radius == null || reach.isEmpty()) {
      return words + " No report says that a protected site was hit.";
    }
    return byReach(inquiry, finding, nearest, radius, reach, words);
  }

  private static String byReach(
      Inquiry inquiry,
      Finding finding,
      SiteHit nearest,
      double radius,
      OptionalDouble reach,
      String words) {
    var distance = Objects.requireNonNull(nearest.getDistanceMetres());
    var farthest = (decimetres(distance) + decimetres(radius)) / 10.0;
    var sum =
        "%s + %s = %s from %s"
            .formatted(metres(distance), metres(radius), metres(farthest), name(inquiry, nearest));
    if (farthest <= reach.getAsDouble()) {
      return "that of the strike, because even at the far edge of its radius it fell within reach, %s: %s"
          .formatted(sum, words);
    }
    return finding.getCertainty() == Certainty.POSSIBLE
        ? "only possible: no report says that a protected site was hit, and if the strike fell at the far edge of its radius, that is %s, more than %s."
            .formatted(sum, metres(reach.getAsDouble()))
        : words + " No report says that a protected site was hit.";
  }

  private static @Nullable SiteHit nearest(List<SiteHit> hits) {
    SiteHit nearest = null;
    for (var hit : hits) {
      if (hit.getDistanceMetres() != null
          && (nearest == null
              || hit.getDistanceMetres() < Objects.requireNonNull(nearest.getDistanceMetres()))) {
        nearest = hit;
      }
    }
    return nearest;
  }

  /** Of the point as it was then; null where the strike has none. */
  private static @Nullable Double radius(Alert alert) {
    var place = alert.getPlace();
    return place == null || place.getLat() == null ? null : place.getRadiusMetres();
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
    return hit.getSiteId() == null ? "a site" : inquiry.name(hit.getSiteId());
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
