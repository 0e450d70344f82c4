package org.marsad.processor.topology;

import java.util.List;
import org.marsad.message.Alert;
import org.marsad.processor.rules.AreaMap;

/** Asks one rule, or several of a kind, about the strikes that changed. */
interface Judge {
  /**
   * The alert revisions that follow.
   *
   * @param strikes of the area as they are now
   */
  List<Alert> judge(StrikeChanges changes, AreaMap map, AreaStrikes strikes);
}
