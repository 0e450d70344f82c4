package org.marsad.consumer.dashboard;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.board.Revision;
import org.marsad.message.Alert;

/**
 * One revision of an alert or a strike as the page gets it.
 *
 * @param id alertId or strikeId
 * @param revision 1 or more
 * @param at what it is sorted by: an alert's sentAt, a strike's occurredFrom, UTC
 * @param area code of the area
 * @param subject kind of the alert's subject; empty for a strike
 * @param findings rules of the alert's findings; none for a strike
 * @param alert the alert as it came, where it names a site that may become confidential; null: none
 * @param json the operator's view in UTF-8, serialised once, never changed
 */
@SuppressWarnings("ArrayRecordComponent") // shared by all readers; nobody compares two items
record Item(
    String id,
    int revision,
    Instant at,
    String area,
    String subject,
    Set<String> findings,
    @Nullable Alert alert,
    byte[] json)
    implements Revision {
  Item {
    findings = Set.copyOf(findings);
  }
}
