package org.marsad.consumer.fanout.stages;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;

/**
 * The views that a recipient was told last, so that the next message can say what has changed. It
 * keeps the newest few and forgets all at a restart: then nothing is said about changes.
 *
 * <p>Confined to the loop's thread.
 */
final class LastTold {
  private static final int MOST = 32;

  private final Map<String, Alert> views = new LinkedHashMap<>(4, 0.75f, true);

  /** Notes what the recipient has now. */
  void told(Alert view) {
    views.put(view.getAlertId(), view);
    if (views.size() > MOST) {
      views.remove(views.keySet().iterator().next());
    }
  }

  /** The view of a revision; null where it is not known. */
  @Nullable Alert of(String alertId, int revision) {
    var view = views.get(alertId);
    return view != null && view.getRevision() == revision ? view : null;
  }
}
