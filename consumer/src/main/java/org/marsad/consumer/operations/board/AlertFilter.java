package org.marsad.consumer.operations.board;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.message.Severity;
import org.marsad.message.SubjectKind;

/**
 * Which alerts somebody wants to see; null: any.
 *
 * @param area code of the area
 * @param neighbourhood code of one that the alert concerns
 * @param subject kind of the subject
 * @param finding that it has
 * @param severity the least; an unknown one counts
 * @param since those sent then or later
 * @param before those sent before that alert of a page, as its {@code sentAt} and id
 */
public record AlertFilter(
    @Nullable String area,
    @Nullable String neighbourhood,
    @Nullable SubjectKind subject,
    @Nullable Rule finding,
    @Nullable Severity severity,
    @Nullable Reality reality,
    @Nullable Instant since,
    @Nullable Cursor before)
    implements Predicate<AlertItem> {
  /** All of them. */
  public static final AlertFilter ALL =
      new AlertFilter(null, null, null, null, null, null, null, null);

  @Override
  public boolean test(AlertItem item) {
    var alert = item.alert();
    return (area == null || area.equals(alert.getArea()))
        && (neighbourhood == null || isOf(item, neighbourhood))
        && (subject == null || subject == alert.getSubject().getKind())
        && (finding == null
            || alert.getFindings().stream().anyMatch(found -> found.getRule() == finding))
        && (severity == null
            || alert.getSeverity() == Severity.UNKNOWN
            || alert.getSeverity().compareTo(severity) <= 0)
        && (reality == null || reality == alert.getReality())
        && (since == null || !alert.getSentAt().isBefore(since))
        && (before == null || before.isBefore(item));
  }

  private static boolean isOf(AlertItem item, String neighbourhood) {
    var alert = item.alert();
    return alert.getNeighbourhoods().isEmpty()
        || alert.getNeighbourhoods().contains(neighbourhood)
        || alert.getNeighbourhoodsInAll() > alert.getNeighbourhoods().size();
  }

  /**
   * Where a page ended: newest first, then by id.
   *
   * @param at the last alert's sentAt
   * @param id the last alert's
   */
  public record Cursor(Instant at, String id) {
    /** Whether an alert comes after the end of that page. */
    boolean isBefore(AlertItem item) {
      var order = item.at().compareTo(at);
      return order < 0 || (order == 0 && item.id().compareTo(id) > 0);
    }

    /** The text that a client hands back. */
    public String text() {
      return at + "~" + id;
    }

    /**
     * Reads such a text.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static Cursor parse(String text) {
      var parts = text.split("~", 2);
      if (parts.length == 2) {
        try {
          return new Cursor(Instant.parse(parts[0]), parts[1]);
        } catch (DateTimeException e) {
          throw new IllegalArgumentException(text, e);
        }
      }
      throw new IllegalArgumentException(text);
    }
  }
}
