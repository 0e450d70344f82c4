/** How a part starts as a process of its own. */
@NullMarked
package org.marsad.schemas.launch;

import org.jspecify.annotations.NullMarked;
