/** Reports to the log: their fate is told to the caller, and a disk holds them while it is away. */
@NullMarked
package org.marsad.producer.publish;

import org.jspecify.annotations.NullMarked;
