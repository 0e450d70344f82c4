package org.marsad.consumer.operations.explain;

import java.util.ArrayList;
import java.util.Objects;
import org.marsad.consumer.text.ExplainText;
import org.marsad.message.CountRange;
import org.marsad.message.EmergencyDepartment;
import org.marsad.message.Finding;
import org.marsad.message.Standing;
import org.marsad.message.SurgeFacts;

/** HOSPITAL_SURGE: how many wounded there are, and how many of them one hospital has to expect. */
final class HospitalSurgeWords implements RuleWords {
  @Override
  public String sentence(Inquiry inquiry, Finding finding) {
    var surge = finding.getSurge();
    if (surge == null) {
      return new AnyRuleWords().sentence(inquiry, finding);
    }
    var text = inquiry.text();
    return text.of(
        "surge.sentence",
        who(inquiry, surge),
        text.range(surge.getWithin24Hours()),
        soon(text, surge.getWithin90Minutes()),
        text.range(surge.getCritical()));
  }

  private static String who(Inquiry inquiry, SurgeFacts surge) {
    var site = surge.getSiteId();
    var hospital = site == null ? inquiry.text().of("surge.hospital") : inquiry.name(site);
    var area = inquiry.name(inquiry.alert().getArea());
    var standing = surge.getStanding();
    return inquiry
        .text()
        .of("surge." + standing, standing == Standing.NOWHERE_TO_GO ? area : hospital);
  }

  /** A best guess of nobody would read like an all clear where many may come. */
  private static String soon(ExplainText text, CountRange within90Minutes) {
    var high = within90Minutes.getHigh();
    if (within90Minutes.getBest() > 0 || Objects.equals(high, 0)) {
      return text.range(within90Minutes);
    }
    return high == null ? text.of("surge.soon.open") : text.of("surge.soon.most", high);
  }

  @Override
  public void why(Inquiry inquiry, Finding finding, Sheet sheet) {
    var surge = finding.getSurge();
    if (surge == null) {
      new AnyRuleWords().why(inquiry, finding, sheet);
      return;
    }
    var text = inquiry.text();
    sheet.title(text.of("surge.title"));
    sheet.text(2, text.of("surge.how"));
    sheet.row(2, text.of("label.wounded"), wounded(inquiry, surge));
    sheet.row(2, text.of("label.share"), share(inquiry, surge));
    sheet.row(2, text.of("label.day"), text.of("surge.day", text.range(surge.getWithin24Hours())));
    sheet.row(
        2,
        text.of("label.early"),
        text.of(
            "surge.early",
            text.range(surge.getWithin90Minutes()),
            inquiry.times().moment(surge.getAsOf()),
            inquiry.words().percent(surge.getArrivingLow()),
            inquiry.words().percent(surge.getArrivingHigh())));
    sheet.row(
        2, text.of("label.critical"), text.of("surge.critical", text.range(surge.getCritical())));
    var rules = inquiry.inForce();
    if (rules != null) {
      var best = surge.getWithin24Hours().getBest();
      sheet.row(2, text.of("label.asks"), text.of("surge.asks", rules.minArrivals(), best));
    }
  }

  private static String wounded(Inquiry inquiry, SurgeFacts surge) {
    var text = inquiry.text();
    var said = new ArrayList<String>();
    said.add(
        text.of(
            "surge.wounded",
            text.range(surge.getWounded()),
            text.strikes(inquiry.alert().getStrikes())));
    if (surge.getInjuredReported() > 0) {
      said.add(text.of("surge.reported", text.strikes(surge.getInjuredReported())));
    }
    if (surge.getInjuredEstimated() > 0) {
      said.add(
          text.of(
              "surge.estimated",
              text.strikes(surge.getInjuredEstimated()),
              surge.getWoundedPerKilledBest(),
              surge.getWoundedPerKilledLow(),
              surge.getWoundedPerKilledHigh()));
    }
    if (surge.getUnreported() > 0) {
      said.add(text.of("surge.unreported", text.strikes(surge.getUnreported())));
    }
    return String.join(" ", said);
  }

  private static String share(Inquiry inquiry, SurgeFacts surge) {
    var text = inquiry.text();
    if (surge.getSiteId() == null) {
      return text.of("surge.share.all");
    }
    var metres = surge.getDistanceMetres();
    return String.join(
        " ",
        text.of("surge.share", inquiry.words().percent(surge.getShare())),
        text.counted("surge.receiving", surge.getReceiving()),
        metres == null ? text.of("surge.noMap") : text.of("surge.away", text.distance(metres)),
        status(text, surge));
  }

  private static String status(ExplainText text, SurgeFacts surge) {
    var department = surge.getEmergencyDepartment();
    if (surge.getStatusAt() == null || department == EmergencyDepartment.UNKNOWN) {
      return text.of("surge.status.none");
    }
    var state = text.of("surge.department." + department);
    var beds = surge.getBedsAvailable();
    return beds == null
        ? text.of("surge.status", state)
        : text.of("surge.status.beds", state, text.counted("surge.beds", beds));
  }
}
