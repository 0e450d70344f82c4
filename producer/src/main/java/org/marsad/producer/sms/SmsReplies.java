package org.marsad.producer.sms;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.marsad.message.Reality;
import org.marsad.message.StrikeReport;
import org.marsad.message.TimePrecision;
import org.marsad.producer.places.AreaRegister;
import org.marsad.producer.places.PlaceNames;
import org.marsad.producer.report.FieldError;
import org.marsad.schemas.Areas;

/** What the sender of an SMS is answered: what was understood, and what was not. */
final class SmsReplies {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M");
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private final PlaceNames names;

  SmsReplies(AreaRegister areas) {
    this.names = new PlaceNames(areas);
  }

  /** It is safe in the log. */
  String taken(
      SmsText said, StrikeReport report, ZonedDateTime at, LocalDate today, boolean isAnother) {
    var parts = new ArrayList<String>();
    parts.add((said.arabic() ? "استلمنا: " : "Received: ") + place(said, report));
    var facts = facts(said);
    facts.add(when(report, at, today));
    if (said.reality() != Reality.ACTUAL) {
      facts.add(said.reality().name());
    }
    parts.add(String.join(comma(said), facts));
    if (report.getArea().equals(Areas.UNPLACED)) {
      parts.add(
          said.arabic()
              ? "لم نجد المكان، وستحدده غرفة العمليات"
              : "We do not know this place; operations will find it");
    }
    if (isAnother || said.correction()) {
      parts.add(
          said.arabic()
              ? "تُحسب هذه ضربة أخرى؛ للتصحيح اتصلوا بغرفة العمليات"
              : "This counts as another strike: to correct a report call operations");
    }
    if (!said.notUnderstood().isEmpty()) {
      parts.add(
          (said.arabic() ? "لم نفهم: " : "Not understood: ")
              + String.join(" ", said.notUnderstood()));
    }
    return String.join(". ", parts) + ".";
  }

  /**
   * The day where it is not today's: a time that is still to come today was taken as yesterday's.
   * The zone where the time is of no place: a sender without a home who names none that is known.
   */
  private static String when(StrikeReport report, ZonedDateTime at, LocalDate today) {
    var day = DAY.format(at);
    var isUtc = at.getZone().normalized().equals(ZoneOffset.UTC);
    var clock = CLOCK.format(at) + (isUtc ? " UTC" : "");
    if (report.getTimePrecision().compareTo(TimePrecision.HOUR) > 0) {
      return day;
    }
    return at.toLocalDate().equals(today) ? clock : day + " " + clock;
  }

  /** Nothing was taken. */
  String unusable(SmsText said, List<FieldError> errors) {
    var values = errors.stream().map(error -> error.field() + " " + error.value()).toList();
    return (said.arabic() ? "لم نستلم. لم نفهم: " : "Not received. Not understood: ")
        + String.join(comma(said), values)
        + ". "
        + example(said.arabic());
  }

  /** There is no place in it. */
  String withoutPlace(SmsText said) {
    return (said.arabic() ? "لم نستلم: أين؟ " : "Not received: where? ") + example(said.arabic());
  }

  /** Nobody knows the number. */
  String stranger(boolean arabic) {
    return arabic
        ? "لم نستلم: هذا الرقم غير مسجل لدينا."
        : "Not received: this number is not registered.";
  }

  /** The log did not take it, or too many came. */
  static String again(boolean arabic) {
    return arabic
        ? "لم نستلم. أرسلها مرة أخرى بعد دقيقة."
        : "Not received. Send it again in a minute.";
  }

  private static String example(boolean arabic) {
    return arabic
        ? "مثال: الفردوس، 45 قتيلاً، 20 جريحاً، مشفى، 14:05"
        : "Example: Fardous, 45 killed, 20 injured, hospital, 14:05";
  }

  private String place(SmsText said, StrikeReport report) {
    return names
        .of(report.getArea(), report.getNeighbourhood(), said.arabic() ? "ar" : "en", comma(said))
        .orElse(said.place());
  }

  private static List<String> facts(SmsText said) {
    var facts = SmsAmounts.of(said);
    if (facts.isEmpty()) {
      facts.add(said.arabic() ? "بلا عدد" : "no count");
    }
    said.targets().forEach(target -> facts.add(SmsWords.name(target, said.arabic())));
    return facts;
  }

  private static String comma(SmsText said) {
    return said.arabic() ? "، " : ", ";
  }
}
