/** How is measured: in pairs, with a spread, and with an eye on what else the machine did. */
@NullMarked
package org.marsad.benchmarks.measuring;

import org.jspecify.annotations.NullMarked;
