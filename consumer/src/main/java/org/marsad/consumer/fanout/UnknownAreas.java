package org.marsad.consumer.fanout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.marsad.consumer.fanout.stages.Share;
import org.marsad.consumer.subscribers.matching.TestAlert;
import org.marsad.message.Alert;
import org.marsad.message.AreaProfile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Alerts for confidential sites whose area is not known yet. The key of a site is in the profile of
 * its area: without it nobody could be told. They wait here, in their order, and hold up no others.
 *
 * <p>Confined to one thread.
 */
final class UnknownAreas {
  private static final Logger LOG = LoggerFactory.getLogger(UnknownAreas.class);

  private final List<Waiting> waiting = new ArrayList<>();
  private final Set<String> reported = new HashSet<>();
  private final Function<String, Optional<AreaProfile>> profiles;

  /** An alert and its place in a partition. */
  record Waiting(Alert alert, Share share, long offset) {}

  /**
   * @param profiles of areas, by code, as far as they are known
   */
  UnknownAreas(Function<String, Optional<AreaProfile>> profiles) {
    this.profiles = profiles;
  }

  /** Takes an alert in if it has to wait; a test of a channel needs no key. */
  boolean takes(Alert alert, Share share, long offset) {
    var area = alert.getArea();
    var waits =
        !TestAlert.isOne(alert)
            && (isUnknown(area) || waiting.stream().anyMatch(w -> w.alert.getArea().equals(area)));
    if (waits) {
      waiting.add(new Waiting(alert, share, offset));
      if (reported.add(area)) {
        LOG.error("area unknown, what its confidential sites are told waits for it area={}", area);
      }
    }
    return waits;
  }

  /** Hands over those whose area has become known. */
  void release(Consumer<Waiting> each) {
    for (var one : List.copyOf(waiting)) {
      if (!isUnknown(one.alert.getArea())) {
        waiting.remove(one);
        each.accept(one);
      }
    }
  }

  /** Only alerts of these partitions are ours. */
  void keep(Collection<Share> ours) {
    waiting.removeIf(one -> !ours.contains(one.share));
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  private boolean isUnknown(String area) {
    return profiles.apply(area).isEmpty();
  }
}
