package org.marsad.schemas.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.message.CountRange;
import org.marsad.message.StrikeReport;
import org.marsad.schemas.Marks;
import org.marsad.schemas.checks.Fault.Reason;

/**
 * Which reports can be used. Intake and processor ask the same, so that a report that intake takes
 * is one that the processor uses.
 */
public final class ReportChecks {
  /** Largest number of a revision: whoever begins with it can never correct himself. */
  public static final int MAX_REVISION = 1_000_000;

  /** Largest count that counts without a second word; above it, {@link Marks#COUNT_CONFIRMED}. */
  public static final int MAX_COUNT = 100_000;

  /** Pieces of evidence. */
  public static final int MAX_EVIDENCE = 20;

  /** Characters in a source's own id of a report. */
  public static final int LOCAL_ID_LIMIT = 100;

  /** Characters in a place as said, an id or an attribution. */
  public static final int TEXT_LIMIT = 300;

  /** Characters in a piece of evidence. */
  public static final int EVIDENCE_LIMIT = 500;

  /** Characters in a note. */
  public static final int NOTE_LIMIT = 1_000;

  /** Control characters, bidi marks, line ends, halves of a character. */
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");

  private ReportChecks() {}

  /**
   * Every fault of a report, in the order of its fields; empty where it can be used.
   *
   * @param key the message's key, or what it is going to be
   */
  public static List<Fault> faults(StrikeReport report, @Nullable String key) {
    var faults = new ArrayList<Fault>();
    FieldChecks.area(report.getArea(), key).ifPresent(faults::add);
    FieldChecks.text("reportId", report.getReportId(), TEXT_LIMIT).ifPresent(faults::add);
    localId(report.getReportId()).ifPresent(faults::add);
    revision(report.getRevision()).ifPresent(faults::add);
    FieldChecks.time(report.getOccurredFrom(), report.getOccurredUntil(), report.getReceivedAt())
        .ifPresent(faults::add);
    faults.addAll(
        FieldChecks.coordinates(report.getLat(), report.getLon(), report.getRadiusMetres()));
    var confirmed = report.getMarks().contains(Marks.COUNT_CONFIRMED);
    count("impacts", report.getImpacts(), confirmed, faults::add);
    count("killed", report.getKilled(), confirmed, faults::add);
    count("injured", report.getInjured(), confirmed, faults::add);
    FieldChecks.text("placeText", report.getPlaceText(), TEXT_LIMIT).ifPresent(faults::add);
    FieldChecks.text("attribution", report.getAttribution(), TEXT_LIMIT).ifPresent(faults::add);
    FieldChecks.text("note", report.getNote(), NOTE_LIMIT).ifPresent(faults::add);
    evidence(report.getEvidence()).ifPresent(faults::add);
    return faults;
  }

  /** What stands behind the source's id. */
  private static Optional<Fault> localId(String reportId) {
    var localId = reportId.substring(reportId.indexOf(':') + 1);
    return localId.length() <= LOCAL_ID_LIMIT
            && !localId.isBlank()
            && !UNPRINTABLE.matcher(localId).find()
        ? Optional.empty()
        : Optional.of(
            Fault.in(
                "localId",
                UNPRINTABLE.matcher(localId).replaceAll("?"),
                "1 to " + LOCAL_ID_LIMIT + " printable characters",
                Reason.UNUSABLE_ID));
  }

  private static Optional<Fault> revision(int revision) {
    return revision >= 1 && revision <= MAX_REVISION
        ? Optional.empty()
        : Optional.of(
            Fault.in("revision", revision, "1 to " + MAX_REVISION, Reason.IMPLAUSIBLE_REVISION));
  }

  private static void count(
      String field, @Nullable CountRange range, boolean confirmed, Consumer<Fault> add) {
    if (range == null) {
      return;
    }
    var high = range.getHigh() == null ? range.getLow() : range.getHigh();
    var least = Math.min(Math.min(range.getLow(), range.getBest()), high);
    FieldChecks.count(field, least).ifPresent(add);
    var most = Math.max(Math.max(range.getLow(), range.getBest()), high);
    if (most > MAX_COUNT && !confirmed) {
      add.accept(
          Fault.in(
              field,
              most,
              "at most " + MAX_COUNT + "; where it is really meant, with \"confirmed\": true",
              Reason.UNCONFIRMED_COUNT));
    }
  }

  private static Optional<Fault> evidence(List<String> evidence) {
    if (evidence.size() > MAX_EVIDENCE) {
      return Optional.of(
          Fault.in(
              "evidence",
              evidence.size() + " pieces",
              "at most " + MAX_EVIDENCE,
              Reason.TOO_MUCH_EVIDENCE));
    }
    return evidence.stream()
        .flatMap(piece -> FieldChecks.text("evidence", piece, EVIDENCE_LIMIT).stream())
        .findFirst();
  }
}
