/** HEAVIEST_IN_DAYS: totals by local day, and since when there was no such day. */
@NullMarked
package org.marsad.processor.rules.heaviest;

import org.jspecify.annotations.NullMarked;
