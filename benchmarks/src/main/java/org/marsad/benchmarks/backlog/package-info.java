/** What the benchmarks feed in: seeded reports as they come in from 200 areas. */
@NullMarked
package org.marsad.benchmarks.backlog;

import org.jspecify.annotations.NullMarked;
