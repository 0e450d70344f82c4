/** Every act of a user is recorded: who, what, why, when, and what became of it. */
@NullMarked
package org.marsad.consumer.operations.audit;

import org.jspecify.annotations.NullMarked;
