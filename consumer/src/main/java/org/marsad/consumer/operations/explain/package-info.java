/**
 * Why an alert says what it says, for a reader who has never seen the system: its revisions, the
 * strikes and reports behind it, and the rule's arithmetic.
 */
@NullMarked
package org.marsad.consumer.operations.explain;

import org.jspecify.annotations.NullMarked;
