/** HEAVIEST_IN_DAYS counted once more from what a backtest writes down, to hold it against. */
@NullMarked
package org.marsad.standalone.records;

import org.jspecify.annotations.NullMarked;
