package org.marsad.producer.areas;

/**
 * How a GeoJSON file calls what we need.
 *
 * @param name property with the name in Latin letters
 * @param arabicName property with the Arabic name; may be null or absent in a feature
 * @param id property that identifies a feature, for messages; need not be unique
 */
public record PropertyNames(String name, String arabicName, String id) {}
