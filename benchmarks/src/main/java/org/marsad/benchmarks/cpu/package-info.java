/** What a report costs the processor in CPU time, once the compilers have done most of theirs. */
@NullMarked
package org.marsad.benchmarks.cpu;

import org.jspecify.annotations.NullMarked;
