package org.marsad.producer.areas;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What is said about an area before its neighbourhoods are known.
 *
 * @param code slug
 * @param name English name
 * @param arabicName Arabic name
 * @param governorate code of the governorate
 * @param timeZone in which bare dates are read
 * @param version 1 or more; the newest counts
 */
public record AreaHead(
    String code,
    String name,
    @Nullable String arabicName,
    @Nullable String governorate,
    ZoneId timeZone,
    int version) {}
