/** Measured side by side with baselines: {@code ./marsad bench}. */
@NullMarked
package org.marsad.benchmarks;

import org.jspecify.annotations.NullMarked;
