/** What a report costs on a day of many strikes, against one on a day of few. */
@NullMarked
package org.marsad.benchmarks.density;

import org.jspecify.annotations.NullMarked;
