package org.marsad.consumer.operations.explain;

import java.util.Locale;
import java.util.Objects;
import org.marsad.message.CountRange;
import org.marsad.message.EmergencyDepartment;
import org.marsad.message.Finding;
import org.marsad.message.SurgeFacts;
import org.marsad.schemas.text.Counted;

/** HOSPITAL_SURGE: how many wounded there are, and how many of them one hospital has to expect. */
final class HospitalSurgeWords implements RuleWords {
  @Override
  public String sentence(Inquiry inquiry, Finding finding) {
    var surge = finding.getSurge();
    if (surge == null) {
      return new AnyRuleWords().sentence(inquiry, finding);
    }
    return "%s: %s; within the first 90 minutes: %s; in critical condition: %s. An estimate, not a count."
        .formatted(
            who(inquiry, surge),
            Words.range(surge.getWithin24Hours()),
            soon(surge.getWithin90Minutes()),
            Words.range(surge.getCritical()));
  }

  private static String who(Inquiry inquiry, SurgeFacts surge) {
    return switch (surge.getStanding()) {
      case RECEIVING ->
          "Wounded to be expected at " + hospital(inquiry, surge) + " within 24 hours";
      case HIT ->
          hospital(inquiry, surge)
              + " was itself hit, so perhaps nobody can be brought there. Wounded within 24 hours,"
              + " if it receives";
      case CLOSED ->
          hospital(inquiry, surge)
              + " said that it is closed, so nobody should be brought there. Wounded within 24"
              + " hours";
      case NOWHERE_TO_GO ->
          "No hospital within 50 km of the strikes in %s is open. Wounded looking for one within 24 hours"
              .formatted(inquiry.name(inquiry.alert().getArea()));
    };
  }

  private static String hospital(Inquiry inquiry, SurgeFacts surge) {
    var site = surge.getSiteId();
    return site == null ? "the hospital" : inquiry.name(site);
  }

  /** A best guess of nobody would read like an all clear where many may come. */
  private static String soon(CountRange within90Minutes) {
    var high = within90Minutes.getHigh();
    if (within90Minutes.getBest() > 0 || Objects.equals(high, 0)) {
      return Words.range(within90Minutes);
    }
    return high == null ? "how many is not known" : "up to " + high;
  }

  @Override
  public void why(Inquiry inquiry, Finding finding, Sheet sheet) {
    var surge = finding.getSurge();
    if (surge == null) {
      new AnyRuleWords().why(inquiry, finding, sheet);
      return;
    }
    sheet.title("WHY SO MANY: THE ESTIMATE STEP BY STEP");
    sheet.text(2, "Each number is the best guess, with the least and the most in brackets.");
    sheet.row(2, "wounded", wounded(inquiry, surge));
    sheet.row(2, "share", share(surge));
    sheet.row(
        2,
        "24 hours",
        "%s. Every least assumes that half of the wounded may go elsewhere."
            .formatted(Words.range(surge.getWithin24Hours())));
    sheet.row(
        2,
        "90 minutes",
        "%s, counted from %s, the end of the latest strike. Of the wounded of strikes in the 90 minutes before it, the evening before included, %s to %s arrive so early. Strikes of which only the day is known may be among them: they add to the most alone."
            .formatted(
                Words.range(surge.getWithin90Minutes()),
                inquiry.times().moment(surge.getAsOf()),
                percent(surge.getArrivingLow()),
                percent(surge.getArrivingHigh())));
    sheet.row(2, "critical", Words.range(surge.getCritical()) + ": a third of the 24 hours'.");
    var rules = inquiry.inForce();
    if (rules != null) {
      sheet.row(
          2,
          "rule asks",
          "at least %d within 24 hours (here %d)."
              .formatted(rules.minArrivals(), surge.getWithin24Hours().getBest()));
    }
  }

  private static String wounded(Inquiry inquiry, SurgeFacts surge) {
    var text =
        new StringBuilder(
            "%s in the whole area, of %s."
                .formatted(Words.range(surge.getWounded()), strikes(inquiry.alert().getStrikes())));
    if (surge.getInjuredReported() > 0) {
      text.append(" Reported for ").append(strikes(surge.getInjuredReported())).append('.');
    }
    if (surge.getInjuredEstimated() > 0) {
      text.append(
          " For %s only the killed are known: %s wounded are taken for each one killed (%s–%s)."
              .formatted(
                  strikes(surge.getInjuredEstimated()),
                  ratio(surge.getWoundedPerKilledBest()),
                  ratio(surge.getWoundedPerKilledLow()),
                  ratio(surge.getWoundedPerKilledHigh())));
    }
    if (surge.getUnreported() > 0) {
      text.append(
          " For %s neither is known, so there may be more."
              .formatted(strikes(surge.getUnreported())));
    }
    return text.toString();
  }

  private static String share(SurgeFacts surge) {
    if (surge.getSiteId() == null) {
      return "All of them: no hospital receives. That is no all clear.";
    }
    return "%s of the best guess. %d public %s within 50 km; the nearer a hospital and the more room it has, the larger its share.%s %s"
        .formatted(
            percent(surge.getShare()),
            surge.getReceiving(),
            surge.getReceiving() == 1 ? "hospital receives" : "hospitals receive",
            distance(surge),
            status(surge));
  }

  private static String distance(SurgeFacts surge) {
    var metres = surge.getDistanceMetres();
    return metres == null
        ? " Where the strikes fell is on no map."
        : " The nearest strike lies " + Words.distance(metres) + " away.";
  }

  private static String status(SurgeFacts surge) {
    if (surge.getStatusAt() == null
        || surge.getEmergencyDepartment() == EmergencyDepartment.UNKNOWN) {
      return "It said nothing of its own state lately.";
    }
    var beds = surge.getBedsAvailable();
    return "It said that its emergency department is %s%s."
        .formatted(
            surge.getEmergencyDepartment().name().toLowerCase(Locale.ROOT),
            beds == null ? "" : ", with " + beds + (beds == 1 ? " bed free" : " beds free"));
  }

  private static String strikes(int count) {
    return Counted.of(count, "strike");
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%d %%", Math.round(100 * share));
  }

  private static String ratio(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
