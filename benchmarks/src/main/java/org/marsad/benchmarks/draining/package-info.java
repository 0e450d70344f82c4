/** Draining a backlog through a broker, each contender in a process of its own. */
@NullMarked
package org.marsad.benchmarks.draining;

import org.jspecify.annotations.NullMarked;
