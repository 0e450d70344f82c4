/** Recorded reports published again, at the pace at which they came or faster. */
@NullMarked
package org.marsad.producer.replay;

import org.jspecify.annotations.NullMarked;
