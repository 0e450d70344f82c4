package org.marsad.consumer.operations.board;

import java.time.Instant;
import org.marsad.message.AuditEvent;

/**
 * What came from the topics that everybody may read, or from their private twins. Each has books of
 * its own, so that neither crowds out the other. The board's lock guards it.
 */
final class Shelf {
  private static final int MOST_ACTS = 5_000;

  final AlertStore alerts = new AlertStore(ViewBook.MOST_ALERTS);
  final AnswerBook answers = new AnswerBook(ViewBook.MOST_ALERTS);
  final DeliveryBook deliveries = new DeliveryBook();
  final LatestRevisions<Act> acts = new LatestRevisions<>(MOST_ACTS);

  /** What a user did; its outcome is a revision of its beginning. */
  record Act(AuditEvent event, int revision) implements Revision {
    @Override
    public String id() {
      return event.getEventId();
    }

    @Override
    public Instant at() {
      return event.getAt();
    }
  }

  void add(AuditEvent event) {
    var revision = acts.find(event.getEventId()).map(Act::revision).orElse(0) + 1;
    acts.put(new Act(event, revision));
  }
}
