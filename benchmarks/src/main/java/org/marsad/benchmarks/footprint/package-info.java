/** What a whole Marsad takes on one machine: disk, memory, and processor time of a steady load. */
@NullMarked
package org.marsad.benchmarks.footprint;

import org.jspecify.annotations.NullMarked;
