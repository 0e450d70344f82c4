package org.marsad.producer.sms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.message.StrikeReport;
import org.marsad.producer.places.AreaRegister;
import org.marsad.producer.places.PlaceQuery;
import org.marsad.producer.report.FieldError;
import org.marsad.producer.report.Places;
import org.marsad.schemas.Areas;

/** One SMS: read, put as a report, and answered. Made for each message. */
public final class SmsReader {
  private final String text;
  private final SmsText said;
  private final SmsReplies replies;

  /**
   * Reads a message.
   *
   * @param text as it came
   */
  public SmsReader(String text, AreaRegister areas) {
    this.text = text;
    this.said = SmsText.of(text);
    this.replies = new SmsReplies(areas);
  }

  /** Whether it says where. */
  public boolean hasPlace() {
    return !said.place().isEmpty();
  }

  /** Whether it says anything that only a report says: a number, what was hit, when. */
  public boolean hasFact() {
    return said.hasFact();
  }

  /**
   * The report in JSON.
   *
   * @param homeArea of its source
   * @param sentAt what it means by now
   */
  public Draft draft(String localId, @Nullable String homeArea, Places places, Instant sentAt) {
    var query = new PlaceQuery(null, null, said.place(), null, homeArea, null, null, null);
    var sent = sentAt.atZone(clocks(query, places));
    var when = SmsReport.when(said, sent);
    return new Draft(SmsReport.json(said, text, localId, when), when, sent.toLocalDate());
  }

  /** The clocks of the place; where nobody knows it, those of the sender's home. */
  private static ZoneId clocks(PlaceQuery query, Places places) {
    var place = places.resolve(query);
    var home = query.homeArea();
    return home == null || !place.area().equals(Areas.UNPLACED)
        ? place.timeZone()
        : places.resolve(new PlaceQuery(home, null, null, null, null, null, null, null)).timeZone();
  }

  /**
   * A report that is not yet read.
   *
   * @param at when it happened, on the clocks of the place
   * @param today the local day on which it was sent
   */
  public record Draft(ObjectNode json, ZonedDateTime at, LocalDate today) {}

  /**
   * The answer where it is safe.
   *
   * @param isAnother whether its source has just reported of the same place
   */
  public String taken(StrikeReport report, Draft draft, boolean isAnother) {
    return replies.taken(said, report, draft.at(), draft.today(), isAnother);
  }

  /** The answer where it cannot be used. */
  public String unusable(List<FieldError> errors) {
    return replies.unusable(said, errors);
  }

  /** The answer where it says no place. */
  public String withoutPlace() {
    return replies.withoutPlace(said);
  }

  /** The answer to a number that nobody knows. */
  public String stranger() {
    return replies.stranger(said.arabic());
  }

  /** The answer where it could not be taken now. */
  public String again() {
    return again(text);
  }

  /** The answer to a text, whatever it says, that could not be taken now. */
  public static String again(String text) {
    return SmsReplies.again(SmsText.of(text).arabic());
  }
}
