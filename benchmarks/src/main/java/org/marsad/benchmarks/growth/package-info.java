/** What a report costs after millions of strikes, against itself after few. */
@NullMarked
package org.marsad.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
