package org.marsad.consumer.operations.audit;

import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.people.Caller;

/**
 * What a user is about to do.
 *
 * @param act name of the operation in the API
 * @param object id of what it is done to; null: nothing that has an id
 * @param details what exactly, in JSON without secrets; null: nothing more
 * @param reason why, in the user's words; null: none was asked for
 * @param isPrivate whether it is about a confidential site, so that only the administrator may know
 */
public record Deed(
    Caller caller,
    String act,
    @Nullable String object,
    @Nullable String details,
    @Nullable String reason,
    boolean isPrivate) {}
