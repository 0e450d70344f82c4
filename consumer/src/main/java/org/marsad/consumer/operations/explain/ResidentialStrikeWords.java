package org.marsad.consumer.operations.explain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.text.PlainText;
import org.marsad.message.Finding;
import org.marsad.message.Neighbourhood;
import org.marsad.message.ReportStatus;
import org.marsad.message.ResidentialVerdict;
import org.marsad.message.Strike;
import org.marsad.message.Target;
import org.marsad.schemas.Marks;

/** RESIDENTIAL_STRIKE: by report, by map, or by the share of lived-in land. */
final class ResidentialStrikeWords implements RuleWords {
  @Override
  public String sentence(Inquiry inquiry, Finding finding) {
    var verdict = finding.getResidential();
    if (verdict == null) {
      return new AnyRuleWords().sentence(inquiry, finding);
    }
    return inquiry.text().of("residential." + verdict.getBasis());
  }

  @Override
  public void why(Inquiry inquiry, Finding finding, Sheet sheet) {
    var verdict = finding.getResidential();
    if (verdict == null) {
      new AnyRuleWords().why(inquiry, finding, sheet);
      return;
    }
    sheet.title(inquiry.title("residential.title"));
    sheet.text(
        2,
        switch (verdict.getBasis()) {
          case REPORT -> byReport(inquiry);
          case MAP -> byMap(inquiry);
          case RADIUS -> byShare(inquiry, verdict);
        });
    var sure = inquiry.words().certainty(verdict.getCertainty(), inquiry.alert().getSources());
    sheet.text(2, inquiry.text().of("residential.verdict", sure));
  }

  /** The reports that say that homes were hit. */
  private static List<String> saying(Inquiry inquiry) {
    var said = new ArrayList<String>();
    for (var strike : inquiry.strikes()) {
      for (var id : strike.getReportIds()) {
        var revisions = inquiry.evidence().reports().getOrDefault(id, List.of());
        var names =
            revisions.stream()
                .anyMatch(
                    report ->
                        report.getStatus() == ReportStatus.REPORTED
                            && report.getTargets().contains(Target.RESIDENTIAL));
        if (names) {
          said.add(inquiry.text().code(PlainText.of(id)));
        }
      }
    }
    return said;
  }

  private static String byReport(Inquiry inquiry) {
    var said = saying(inquiry);
    if (said.isEmpty()) {
      return inquiry.text().of("residential.report.unknown");
    }
    var key = said.size() == 1 ? "residential.report.single" : "residential.report.several";
    return inquiry.text().of(key, inquiry.words().list(said));
  }

  private static String byMap(Inquiry inquiry) {
    var alert = inquiry.alert();
    var part = alert.getNeighbourhoods().isEmpty() ? null : part(inquiry);
    if (part == null) {
      return inquiry.text().of("residential.map.plain");
    }
    var outside =
        inquiry.strikes().stream()
            .anyMatch(strike -> strike.getMarks().contains(Marks.POINT_OUTSIDE_PLACE));
    var text = inquiry.text();
    var landUse = part.getLandUse().name();
    var byMap =
        text.of(
            saying(inquiry).isEmpty() ? "residential.map.unsaid" : "residential.map.surer",
            inquiry.name(part.getCode()),
            text.has("land." + landUse)
                ? text.of("land." + landUse)
                : inquiry.words().code(landUse));
    return outside ? byMap + " " + text.of("residential.outside") : byMap;
  }

  private static String byShare(Inquiry inquiry, ResidentialVerdict verdict) {
    var text = inquiry.text();
    var words = inquiry.words();
    var share = verdict.getLivedInShare();
    var circle =
        inquiry.strikes().stream()
            .map(Strike::getRadiusMetres)
            .filter(radius -> radius != null)
            .findFirst()
            .map(radius -> text.of("residential.circle", text.distance(radius)))
            .orElse("");
    var byShare =
        text.of(
            "residential.share",
            circle,
            share == null ? text.of("residential.enough") : words.percent(share));
    var rules = inquiry.inForce();
    return rules == null
        ? byShare
        : byShare + " " + text.of("residential.asks", words.percent(rules.livedInShare()));
  }

  private static @Nullable Neighbourhood part(Inquiry inquiry) {
    var area = inquiry.evidence().area();
    var code = inquiry.alert().getNeighbourhoods().get(0);
    return area == null
        ? null
        : area.getNeighbourhoods().stream()
            .filter(part -> part.getCode().equals(code))
            .findFirst()
            .orElse(null);
  }
}
