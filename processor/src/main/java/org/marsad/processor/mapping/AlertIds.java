package org.marsad.processor.mapping;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Heartbeat;
import org.marsad.message.Reality;
import org.marsad.message.Strike;
import org.marsad.message.Subject;
import org.marsad.message.SubjectKind;

/** The names of alerts: the same subject has the same alert, whoever asks. */
public final class AlertIds {
  private AlertIds() {}

  /** What an alert about a strike is about. */
  public static Subject strike(String strikeId) {
    return new Subject(SubjectKind.STRIKE, strikeId);
  }

  /** A local day of an area. */
  public static Subject day(String area, LocalDate day) {
    return new Subject(SubjectKind.DAY, area + ":" + day);
  }

  /** A wave by its area and when it began as it was first seen. */
  public static Subject wave(String area, Instant onset) {
    return new Subject(SubjectKind.WAVE, area + ":" + onset);
  }

  /** A hospital's day; the area's where there is nowhere to go. */
  public static Subject hospital(String area, @Nullable String siteId, LocalDate day) {
    return new Subject(
        SubjectKind.HOSPITAL, siteId == null ? area + ":" + day : area + ":" + siteId + ":" + day);
  }

  /** A site that one strike hit. */
  public static Subject site(Strike strike, String siteId) {
    return new Subject(
        SubjectKind.SITE, strike.getArea() + ":" + siteId + ":" + strike.getStrikeId());
  }

  /** A source, which it does not show. */
  public static Subject source(Heartbeat heartbeat) {
    return new Subject(
        SubjectKind.SOURCE, Digests.of(heartbeat.getArea(), heartbeat.getSource().getId()));
  }

  /** The id of the alert about a subject in one world. */
  public static String of(Subject subject, Reality reality) {
    var prefix = reality == Reality.ACTUAL ? "" : slug(reality) + ":";
    return prefix + slug(subject.getKind()) + ":" + subject.getId();
  }

  private static String slug(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
