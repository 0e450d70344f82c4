/** What it costs to find whom an alert concerns, as the number of subscribers grows. */
@NullMarked
package org.marsad.benchmarks.match;

import org.jspecify.annotations.NullMarked;
