package org.marsad.producer.report;

import org.jspecify.annotations.Nullable;

/**
 * Where a person says that a report's strike was.
 *
 * @param reportId {@code source:local-id}
 * @param area code of a known area
 * @param neighbourhood code of one of its neighbourhoods, null where only the area is known
 * @param by a role or pseudonym, never a person's name
 * @param reason in words, at most 300 characters
 */
public record PlacementRequest(
    String reportId, String area, @Nullable String neighbourhood, String by, String reason) {}
