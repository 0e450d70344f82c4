/** The shipped processor at its daily work: how fast it tells, and how soon after a start. */
@NullMarked
package org.marsad.benchmarks.serving;

import org.jspecify.annotations.NullMarked;
