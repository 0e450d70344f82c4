package org.marsad.standalone.client;

import org.jspecify.annotations.Nullable;

/**
 * Something that a server said on its stream.
 *
 * @param id to come back with; null: none was said yet
 * @param name kind of event
 * @param data in JSON
 */
public record ServerEvent(@Nullable String id, String name, String data) {}
