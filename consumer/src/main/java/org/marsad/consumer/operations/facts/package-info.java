/** Which facts of two messages differ, and facts as short text, whatever the message. */
@NullMarked
package org.marsad.consumer.operations.facts;

import org.jspecify.annotations.NullMarked;
