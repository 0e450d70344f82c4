package org.marsad.consumer.operations.explain;

import org.marsad.message.Alert;
import org.marsad.schemas.text.Counted;

/** What an alert is about, as a title and as a sentence. */
final class SubjectWords {
  private final Inquiry inquiry;
  private final Alert alert;

  SubjectWords(Inquiry inquiry) {
    this.inquiry = inquiry;
    this.alert = inquiry.alert();
  }

  /** {@code STRIKE · al-Fardous, Aleppo · casualties, repeat strike}. */
  String title() {
    var findings = String.join(", ", Explanation.names(alert));
    return "%s · %s%s".formatted(kind(), where(), findings.isEmpty() ? "" : " · " + findings);
  }

  /** {@code A strike on 11 Oct 2016 14:05 (to the minute) in al-Fardous, Aleppo: 45 killed.} */
  String sentence() {
    return switch (alert.getSubject().getKind()) {
      case STRIKE ->
          "A strike on %s in %s: %s."
              .formatted(
                  inquiry
                      .times()
                      .span(alert.getOnset(), alert.getOnset(), alert.getOnsetPrecision()),
                  inquiry.place(),
                  counts());
      case DAY ->
          "The strikes of %s on %s, %s in all: %s.".formatted(area(), day(), strikes(), counts());
      case WAVE -> "A wave of strikes on %s, %s: %s.".formatted(area(), strikes(), counts());
      case HOSPITAL -> "What %s has to expect after the strikes of %s.".formatted(where(), day());
      case SITE ->
          "A strike on %s within reach of %s, which is confidential."
              .formatted(inquiry.times().moment(alert.getOnset()), where());
      case SOURCE -> "Marsad does not hear a source of %s any more.".formatted(area());
      case SYSTEM -> "What Marsad itself has to say.";
      case OTHER -> "This version of Marsad does not know what it is about.";
    };
  }

  private String kind() {
    return alert.getSubject().getKind().name();
  }

  private String where() {
    return switch (alert.getSubject().getKind()) {
      case HOSPITAL, SITE -> {
        var site = alert.getAddressee();
        yield site == null ? area() : inquiry.name(site) + ", " + area();
      }
      case STRIKE -> inquiry.place();
      case DAY -> area() + ", " + day();
      default -> area();
    };
  }

  private String area() {
    return inquiry.name(alert.getArea());
  }

  private String day() {
    return inquiry.times().dayOf(alert.getOnset());
  }

  private String strikes() {
    return Counted.of(alert.getStrikes(), "strike");
  }

  private String counts() {
    return Words.counts(alert.getImpacts(), alert.getKilled(), alert.getInjured());
  }
}
