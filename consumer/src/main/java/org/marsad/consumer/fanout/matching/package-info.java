/** Whom an alert concerns: by what they want, what they may see and where they are. */
@NullMarked
package org.marsad.consumer.fanout.matching;

import org.jspecify.annotations.NullMarked;
