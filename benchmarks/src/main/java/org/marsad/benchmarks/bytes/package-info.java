/** How much is published for one report, on a day of many strikes against one of few. */
@NullMarked
package org.marsad.benchmarks.bytes;

import org.jspecify.annotations.NullMarked;
