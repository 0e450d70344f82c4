/** Alerts on a terminal, a line each. */
@NullMarked
package org.marsad.consumer.channels.terminal;

import org.jspecify.annotations.NullMarked;
