/** Which reports speak of the same strike, and what they say together. */
@NullMarked
package org.marsad.processor.rules.merging;

import org.jspecify.annotations.NullMarked;
