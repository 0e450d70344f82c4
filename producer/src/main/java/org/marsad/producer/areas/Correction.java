package org.marsad.producer.areas;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.message.LandUse;

/**
 * What an operator knows better than the file of polygons.
 *
 * @param code slug to use, null to keep
 * @param name English name to use, null to keep
 * @param landUse null to keep
 * @param aliases further spellings
 */
record Correction(
    @Nullable String code,
    @Nullable String name,
    @Nullable LandUse landUse,
    List<String> aliases) {}
