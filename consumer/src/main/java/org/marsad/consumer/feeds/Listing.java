package org.marsad.consumer.feeds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.marsad.message.Alert;

/**
 * What a feed shows at a moment.
 *
 * @param messages newest first
 * @param until when the first of them leaves
 */
record Listing(List<Shown> messages, Instant until) {
  private static final Comparator<Shown> NEWEST_FIRST =
      Comparator.comparing((Shown shown) -> shown.view().getSentAt())
          .thenComparing(shown -> shown.view().getRevision())
          .reversed()
          .thenComparing(shown -> shown.message().identifier());

  Listing {
    messages = List.copyOf(messages);
  }

  /**
   * A message as the feed's reader may see it.
   *
   * @param isLatest no later revision of its alert is shown
   */
  record Shown(FeedMessage message, Alert view, boolean isLatest) {}

  /** Everything that a feed shows now. */
  static Listing of(Feed feed, Iterable<KeptAlert> alerts, Instant now) {
    var all = new ArrayList<Shown>();
    var until = Instant.MAX;
    for (var alert : alerts) {
      var shown = shown(feed, alert, now);
      if (!shown.isEmpty() && !feed.subscriber().history() && alert.staysUntil().isBefore(until)) {
        until = alert.staysUntil();
      }
      all.addAll(shown);
    }
    all.sort(NEWEST_FIRST);
    return new Listing(all, until);
  }

  /**
   * What it shows of one alert, oldest first: from the first revision that concerns it, so that
   * nobody who saw an alert misses that it moved away or was withdrawn.
   */
  static List<Shown> shown(Feed feed, KeptAlert alert, Instant now) {
    var shown = new ArrayList<Shown>();
    if (!feed.shows(alert, now)) {
      return shown;
    }
    var concerned = false;
    for (var message : alert.revisions()) {
      concerned = concerned || feed.concerns(message);
      if (concerned) {
        message.view(feed.audience()).ifPresent(view -> shown.add(new Shown(message, view, true)));
      }
    }
    for (var i = 0; i < shown.size() - 1; i++) {
      shown.set(i, new Shown(shown.get(i).message(), shown.get(i).view(), false));
    }
    return shown;
  }
}
