/** The processor's steps, run by hand in one thread: in memory, or with its stores on disk. */
@NullMarked
package org.marsad.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;
