package org.marsad.producer.areas;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.message.LandUse;

/**
 * A neighbourhood as a file gives it, before it has a code.
 *
 * @param code slug of its own, without the area; null to be made from the name
 * @param name name in Latin letters
 * @param arabicName null where there is none
 * @param aliases other spellings
 * @param landUse null to be guessed from the names
 * @param circle covers it
 * @param polygons outline as in the message, null where only the circle is known
 */
record Draft(
    @Nullable String code,
    String name,
    @Nullable String arabicName,
    List<String> aliases,
    @Nullable LandUse landUse,
    Circle circle,
    @Nullable List<List<List<Double>>> polygons) {

  /** This draft, corrected; a new name keeps the old one as an alias. */
  Draft corrected(Correction correction) {
    var renamed = correction.name() != null;
    var spellings =
        Stream.of(aliases, correction.aliases(), renamed ? List.of(name) : List.<String>of());
    return new Draft(
        correction.code() == null ? code : correction.code(),
        correction.name() == null ? name : correction.name(),
        arabicName,
        spellings.flatMap(List::stream).toList(),
        correction.landUse() == null ? landUse : correction.landUse(),
        circle,
        polygons);
  }
}
