package org.marsad.consumer.operations.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.text.PlainText;
import org.marsad.message.Finding;
import org.marsad.message.MessageType;
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
    return switch (verdict.getBasis()) {
      case REPORT -> "It hit where people live, by report.";
      case MAP -> "It hit where people live, by the map.";
      case RADIUS -> "It may have hit where people live.";
    };
  }

  @Override
  public void why(Inquiry inquiry, Finding finding, Sheet sheet) {
    var verdict = finding.getResidential();
    if (verdict == null) {
      new AnyRuleWords().why(inquiry, finding, sheet);
      return;
    }
    sheet.title(
        inquiry.alert().getMessageType() == MessageType.CANCEL
            ? "WHY IT COUNTED AS RESIDENTIAL"
            : "WHY IT COUNTS AS RESIDENTIAL");
    sheet.text(
        2,
        switch (verdict.getBasis()) {
          case REPORT -> byReport(inquiry);
          case MAP -> byMap(inquiry);
          case RADIUS -> byShare(inquiry, verdict);
        });
    sheet.text(
        2,
        "The verdict is "
            + Words.certainty(verdict.getCertainty(), inquiry.alert().getSources())
            + ".");
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
          said.add(PlainText.of(id));
        }
      }
    }
    return said;
  }

  private static String byReport(Inquiry inquiry) {
    var said = saying(inquiry);
    return "By report: "
        + (said.isEmpty() ? "a report" : String.join(" and ", said))
        + (said.size() > 1 ? " say" : " says")
        + " that homes were hit. That is as certain as who says so, and no more certain by the"
        + " map.";
  }

  private static String byMap(Inquiry inquiry) {
    var alert = inquiry.alert();
    var part = alert.getNeighbourhoods().isEmpty() ? null : part(inquiry);
    if (part == null) {
      return "By map: the neighbourhood's land use is lived in.";
    }
    var outside =
        inquiry.strikes().stream()
            .anyMatch(strike -> strike.getMarks().contains(Marks.POINT_OUTSIDE_PLACE));
    return "By map: "
        + (saying(inquiry).isEmpty()
            ? "no report says that homes were hit, but"
            : "surer than the reports that say that homes were hit, for")
        + " the strike is placed in "
        + inquiry.name(part.getCode())
        + ", and the map calls it "
        + Words.code(part.getLandUse().name())
        + ", which is lived in."
        + (outside ? " The point that was given lies outside it, so this is only possible." : "");
  }

  private static String byShare(Inquiry inquiry, ResidentialVerdict verdict) {
    var share = verdict.getLivedInShare();
    var rules = inquiry.inForce();
    var asked =
        rules == null ? "" : " The rule asks for at least " + percent(rules.livedInShare()) + ".";
    var circle =
        inquiry.strikes().stream()
            .map(Strike::getRadiusMetres)
            .filter(radius -> radius != null)
            .findFirst()
            .map(radius -> " of " + Words.distance(radius) + " radius")
            .orElse("");
    return "By share of lived-in land: no report says that homes were hit, and no neighbourhood is"
        + " known, only a circle"
        + circle
        + " somewhere in which it fell. "
        + (share == null ? "Enough" : percent(share))
        + " of the land in that circle is lived in, by the map."
        + asked;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%d %%", Math.round(100 * share));
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
