/** Serves people: one HTTP API, what it shows, and what may be done over it. */
@NullMarked
package org.marsad.consumer.operations;

import org.jspecify.annotations.NullMarked;
