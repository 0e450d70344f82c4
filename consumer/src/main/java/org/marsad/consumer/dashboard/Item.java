package org.marsad.consumer.dashboard;

import java.time.Instant;

/**
 * One revision of an alert or a strike as the page gets it.
 *
 * @param id alertId or strikeId
 * @param revision 1 or more
 * @param at what it is sorted by: an alert's sentAt, a strike's occurredFrom, UTC
 * @param area code of the area
 * @param rule the alert's rule; empty for a strike
 * @param json the operator's view in UTF-8, serialised once, never changed
 */
@SuppressWarnings("ArrayRecordComponent") // shared by all readers; nobody compares two items
record Item(String id, int revision, Instant at, String area, String rule, byte[] json) {}
