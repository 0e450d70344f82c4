package org.marsad.producer.places;

import org.jspecify.annotations.Nullable;

/**
 * What a report says about its place, before it is looked up.
 *
 * @param area code of the area, as given
 * @param neighbourhood code of the neighbourhood, as given
 * @param placeText the place as said: a neighbourhood, a town, "Town, X", "X (Town)"
 * @param governorate name or code of the governorate, where the source gives one
 * @param homeArea code of the area in which a bare name is looked up first, where the source has
 *     one
 * @param lat WGS84 latitude, degrees
 * @param lon WGS84 longitude, degrees
 * @param radiusMetres radius of uncertainty around the point, metres
 */
public record PlaceQuery(
    @Nullable String area,
    @Nullable String neighbourhood,
    @Nullable String placeText,
    @Nullable String governorate,
    @Nullable String homeArea,
    @Nullable Double lat,
    @Nullable Double lon,
    @Nullable Double radiusMetres) {}
