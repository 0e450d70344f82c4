/** Server-sent events: what happens goes to all who listen, and what was missed to who returns. */
@NullMarked
package org.marsad.consumer.operations.stream;

import org.jspecify.annotations.NullMarked;
