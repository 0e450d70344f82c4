package org.marsad.consumer.operations.explain;

import java.util.List;
import org.marsad.consumer.text.ExplainText;
import org.marsad.message.Alert;

/** What an alert is about, as a title and as a sentence. */
final class SubjectWords {
  private final Inquiry inquiry;
  private final Alert alert;
  private final ExplainText text;

  SubjectWords(Inquiry inquiry) {
    this.inquiry = inquiry;
    this.alert = inquiry.alert();
    this.text = inquiry.text();
  }

  /** {@code STRIKE · al-Fardous, Aleppo · casualties, second strike}. */
  String title() {
    var findings = text.list(inquiry.words().rules(alert));
    var kind = text.of("kind." + alert.getSubject().getKind());
    return "%s · %s%s".formatted(kind, where(), findings.isEmpty() ? "" : " · " + findings);
  }

  /** {@code A strike on 11 Oct 2016 14:05 (to the minute) in al-Fardous, Aleppo: 45 killed.} */
  String sentence() {
    var kind = alert.getSubject().getKind();
    var key = "about." + kind;
    var times = inquiry.times();
    return switch (kind) {
      case STRIKE -> {
        var at = alert.getOnset();
        var when = times.span(at, at, alert.getOnsetPrecision());
        yield text.of(key, when, inquiry.place(), counts());
      }
      case DAY -> text.of(key, area(), day(), strikes(), counts());
      case WAVE -> text.of(key, area(), strikes(), counts());
      case HOSPITAL -> text.of(key, where(), day());
      case SITE -> text.of(key, times.moment(alert.getOnset()), where());
      case SOURCE -> text.of(key, area());
      case SYSTEM, OTHER -> text.of(key);
    };
  }

  private String where() {
    return switch (alert.getSubject().getKind()) {
      case HOSPITAL, SITE -> {
        var site = alert.getAddressee();
        yield site == null ? area() : text.list(List.of(inquiry.name(site), area()));
      }
      case STRIKE -> inquiry.place();
      case DAY -> text.list(List.of(area(), day()));
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
    return text.strikes(alert.getStrikes());
  }

  private String counts() {
    return inquiry.words().counts(alert.getImpacts(), alert.getKilled(), alert.getInjured());
  }
}
