/** How a part starts as a process of its own: settings, signals, exit status. */
@NullMarked
package org.marsad.schemas.launch;

import org.jspecify.annotations.NullMarked;
