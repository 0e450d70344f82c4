/** In: everything that turns what sources say into reports in the log. */
@NullMarked
package org.marsad.producer;

import org.jspecify.annotations.NullMarked;
