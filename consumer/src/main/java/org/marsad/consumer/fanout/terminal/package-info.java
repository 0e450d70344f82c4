/** Alerts on a terminal, a line each. */
@NullMarked
package org.marsad.consumer.fanout.terminal;

import org.jspecify.annotations.NullMarked;
