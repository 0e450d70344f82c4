package org.marsad.producer.places;

import org.jspecify.annotations.Nullable;

/**
 * What a name may stand for.
 *
 * @param town the town, or the town that the neighbourhood lies in
 * @param part the neighbourhood, null for the town itself
 */
record Named(Area town, @Nullable Part part) {}
