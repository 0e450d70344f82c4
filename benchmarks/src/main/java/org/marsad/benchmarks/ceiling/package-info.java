/** Draining a backlog, against a job that writes as much and decides nothing. */
@NullMarked
package org.marsad.benchmarks.ceiling;

import org.jspecify.annotations.NullMarked;
