package org.marsad.standalone.attack;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was to be had in one world.
 *
 * @param ofOthers what anybody but the site and the administrator can get, by where it was found
 * @param own what the site itself was sent, by channel
 * @param privately subject kinds, realities and addressees on the private topic of alerts
 */
record Loot(
    SortedMap<String, List<String>> ofOthers,
    Map<String, List<String>> own,
    List<String> privately) {
  Loot {
    ofOthers = new TreeMap<>(ofOthers);
    own = Map.copyOf(own);
    privately = List.copyOf(privately);
  }
}
