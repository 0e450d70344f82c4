package org.marsad.processor.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.marsad.processor.oracle.World;

/** Makes a story that goes wrong as short as it still does. */
final class Shrinker {
  private Shrinker() {}

  /**
   * The world without the messages that it goes wrong without, first by halves, then one by one.
   */
  static World shrink(World world, Predicate<World> goesWrong) {
    var smallest = world;
    for (var size = Math.max(1, world.said().size() / 2); size >= 1; size /= 2) {
      for (var from = 0; from < smallest.said().size(); ) {
        var shorter = without(smallest, from, Math.min(from + size, smallest.said().size()));
        if (goesWrong.test(shorter)) {
          smallest = shorter;
        } else {
          from += size;
        }
      }
    }
    return smallest;
  }

  private static World without(World world, int from, int until) {
    List<SpecificRecord> said = new ArrayList<>(world.said());
    said.subList(from, until).clear();
    return new World(world.area(), world.profile(), said);
  }
}
