package org.marsad.consumer.operations.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.text.ExplainText;
import org.marsad.consumer.text.PlainText;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.Finding;
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
    var text = inquiry.text();
    var sentences = new ArrayList<String>();
    var reported =
        of(hits, SiteBasis.REPORT).stream()
            .map(hit -> kind(text, hit.getKind()))
            .distinct()
            .toList();
    if (!reported.isEmpty()) {
      sentences.add(text.of("sites.reported", inquiry.words().list(reported)));
    }
    var near = of(hits, SiteBasis.REACH);
    if (!near.isEmpty()) {
      var named = near.stream().map(hit -> named(inquiry, hit)).toList();
      var key = near.size() == 1 ? "sites.near.single" : "sites.near.several";
      sentences.add(text.of(key, inquiry.words().list(named)));
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
    var text = inquiry.text();
    sheet.title(inquiry.title("sites.title"));
    sheet.text(2, text.of("sites.how"));
    sheet.row(2, text.of("label.asks"), asked(inquiry, finding));
    sheet.row(2, text.of("label.point"), point(text, inquiry.alert()));
    for (var hit : hits) {
      sheet.row(2, kind(text, hit.getKind()), why(inquiry, finding, hit));
    }
    sheet.row(2, text.of("label.certainty"), certainty(inquiry, finding));
  }

  private static String asked(Inquiry inquiry, Finding finding) {
    var text = inquiry.text();
    var reach = Numbers.exactly(finding, "reachMetres");
    var beyond =
        reach.isEmpty()
            ? text.of("sites.asks.short")
            : text.of("sites.asks.most", metres(text, reach.getAsDouble()));
    var rules = inquiry.inForce();
    return rules == null
        ? text.of("sites.asks", beyond)
        : text.of("sites.asks.radius", beyond, metres(text, rules.finestSpotMetres()));
  }

  private static String point(ExplainText text, Alert alert) {
    var radius = radius(alert);
    return radius == null
        ? text.of("sites.point.none")
        : text.of("sites.point", metres(text, radius));
  }

  private static String why(Inquiry inquiry, Finding finding, SiteHit hit) {
    var text = inquiry.text();
    var said = new ArrayList<String>();
    if (hit.getBasis() == SiteBasis.REPORT) {
      said.add(byReport(inquiry, hit.getKind()));
    }
    said.add(hit.getSiteId() == null ? text.of("sites.none") : distance(inquiry, finding, hit));
    if (hit.getBasis() == SiteBasis.REACH) {
      said.add(text.of("sites.unsaid"));
    }
    return String.join(" ", said);
  }

  /** A report names what was hit, hardly ever which of its kind. */
  private static String byReport(Inquiry inquiry, SiteKind kind) {
    var text = inquiry.text();
    var said = reports(inquiry, kind);
    if (said.isEmpty()) {
      return text.of("sites.gone", kind(text, kind));
    }
    var key = said.size() == 1 ? "sites.said.single" : "sites.said.several";
    return text.of(key, kind(text, kind), inquiry.words().list(said));
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
          said.add(inquiry.text().code(PlainText.of(id)));
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
    var text = inquiry.text();
    var name = name(inquiry, hit);
    var distance = hit.getDistanceMetres();
    var radius = radius(inquiry.alert());
    if (distance == null || radius == null) {
      return text.of("sites.within", name);
    }
    var from = metres(text, distance);
    var beyond = decimetres(distance) - decimetres(radius);
    if (beyond <= 0) {
      return text.of("sites.inside", name, from);
    }
    var difference =
        text.code(
            "%s − %s = %s".formatted(from, metres(text, radius), metres(text, beyond / 10.0)));
    var reach = Numbers.exactly(finding, "reachMetres");
    return reach.isEmpty()
        ? text.of("sites.beyond", name, from, difference)
        : text.of("sites.beyond.most", name, from, difference, metres(text, reach.getAsDouble()));
  }

  private static String certainty(Inquiry inquiry, Finding finding) {
    var alert = inquiry.alert();
    var text = inquiry.text();
    var words = inquiry.words().certainty(finding.getCertainty(), alert.getSources());
    if (!of(finding.getSites(), SiteBasis.REPORT).isEmpty()) {
      return text.of("sites.certainty.report", words);
    }
    var nearest = nearest(finding.getSites());
    var radius = radius(alert);
    var reach = Numbers.exactly(finding, "reachMetres");
    if (nearest == null || radius == null || reach.isEmpty()) {
      return text.of("sites.certainty.unsaid", words);
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
    var text = inquiry.text();
    var distance = Objects.requireNonNull(nearest.getDistanceMetres());
    var farthest = (decimetres(distance) + decimetres(radius)) / 10.0;
    var sum =
        text.of(
            "sites.certainty.sum",
            text.code(
                "%s + %s = %s"
                    .formatted(
                        metres(text, distance), metres(text, radius), metres(text, farthest))),
            name(inquiry, nearest));
    if (farthest <= reach.getAsDouble()) {
      return text.of("sites.certainty.edge", sum, words);
    }
    return finding.getCertainty() == Certainty.POSSIBLE
        ? text.of("sites.certainty.possible", sum, metres(text, reach.getAsDouble()))
        : text.of("sites.certainty.unsaid", words);
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

  /** {@code School 7 (a school)}. */
  private static String named(Inquiry inquiry, SiteHit hit) {
    var kind = kind(inquiry.text(), hit.getKind());
    return hit.getSiteId() == null
        ? kind
        : inquiry.text().of("sites.named", name(inquiry, hit), kind);
  }

  /** {@code a school}. */
  private static String kind(ExplainText text, SiteKind kind) {
    return text.toldOne("site." + kind);
  }

  private static String name(Inquiry inquiry, SiteHit hit) {
    return hit.getSiteId() == null
        ? inquiry.text().of("sites.unnamed")
        : inquiry.name(hit.getSiteId());
  }

  /** To the tenth, so that what is added up and taken away comes out. */
  private static String metres(ExplainText text, double metres) {
    return text.of("metres", decimetres(metres) / 10.0);
  }

  private static long decimetres(double metres) {
    return Math.round(metres * 10);
  }
}
