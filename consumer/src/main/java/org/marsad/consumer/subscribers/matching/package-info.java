/** Whom an alert concerns: by what they want, what they may see and where they are. */
@NullMarked
package org.marsad.consumer.subscribers.matching;

import org.jspecify.annotations.NullMarked;
