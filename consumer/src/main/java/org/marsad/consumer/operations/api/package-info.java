/** The operations of the API, one class for each kind of thing. */
@NullMarked
package org.marsad.consumer.operations.api;

import org.jspecify.annotations.NullMarked;
