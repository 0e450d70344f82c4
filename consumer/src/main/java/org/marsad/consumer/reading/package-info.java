/** Topics are read from their start and then followed, without a group. */
@NullMarked
package org.marsad.consumer.reading;

import org.jspecify.annotations.NullMarked;
