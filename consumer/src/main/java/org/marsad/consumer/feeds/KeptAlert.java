package org.marsad.consumer.feeds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The revisions of an alert that are kept.
 *
 * @param revisions oldest first, at least one
 */
record KeptAlert(List<FeedMessage> revisions) {
  KeptAlert {
    revisions = List.copyOf(revisions);
  }

  FeedMessage newest() {
    return revisions.get(revisions.size() - 1);
  }

  /** Until when it is shown. */
  Instant staysUntil() {
    return newest().staysUntil();
  }

  KeptAlert with(FeedMessage next) {
    var all = new ArrayList<>(revisions);
    all.add(next);
    return new KeptAlert(all);
  }

  /** What is left without a revision. */
  Optional<KeptAlert> without(FeedMessage gone) {
    var left = revisions.stream().filter(revision -> revision != gone).toList();
    return left.isEmpty() ? Optional.empty() : Optional.of(new KeptAlert(left));
  }
}
