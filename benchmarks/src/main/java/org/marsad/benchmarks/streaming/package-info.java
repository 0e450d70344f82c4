/** Many readers of the stream of operations at once. */
@NullMarked
package org.marsad.benchmarks.streaming;

import org.jspecify.annotations.NullMarked;
