/** How soon receivers are told, with and without others among them that do not take what comes. */
@NullMarked
package org.marsad.benchmarks.fanout;

import org.jspecify.annotations.NullMarked;
