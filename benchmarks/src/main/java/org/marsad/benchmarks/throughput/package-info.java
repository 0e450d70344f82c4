/** Draining a backlog, against a plain loop over the same steps. */
@NullMarked
package org.marsad.benchmarks.throughput;

import org.jspecify.annotations.NullMarked;
