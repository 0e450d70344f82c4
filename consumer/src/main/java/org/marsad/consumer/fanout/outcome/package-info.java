/** The codes by which the fan-out records why something was not sent, and what counts as told. */
@NullMarked
package org.marsad.consumer.fanout.outcome;

import org.jspecify.annotations.NullMarked;
