package org.marsad.producer.places;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.marsad.message.PlaceBasis;

/**
 * A place as far as it is known. The point is the report's own and is never moved; 0, 0 is none.
 *
 * @param area code of the area; {@link org.marsad.schemas.Areas#UNPLACED} where nothing is known
 * @param neighbourhood code of the neighbourhood, null where only the area is known
 * @param basis what the place rests on
 * @param timeZone time zone of the area, in which bare dates are read
 * @param lat WGS84 latitude, degrees
 * @param lon WGS84 longitude, degrees
 * @param radiusMetres radius of uncertainty around the point, metres
 * @param pointDoubt what is doubtful about the point, null where nothing is
 */
public record ResolvedPlace(
    String area,
    @Nullable String neighbourhood,
    PlaceBasis basis,
    ZoneId timeZone,
    @Nullable Double lat,
    @Nullable Double lon,
    @Nullable Double radiusMetres,
    @Nullable PointDoubt pointDoubt) {}
