/** What a report costs after millions of strikes, against itself after ten thousand. */
@NullMarked
package org.marsad.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
