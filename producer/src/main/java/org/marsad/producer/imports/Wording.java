package org.marsad.producer.imports;

import org.marsad.message.DeliveryMeans;

/**
 * What a headline's wording says about an attack. Low confidence: a headline often tells of several
 * places, and "bombardment" may be guns.
 *
 * @param delivery what delivered it; UNKNOWN for a bombardment of which no more is said
 * @param residential the same headline speaks of where people live
 */
record Wording(DeliveryMeans delivery, boolean residential) {}
