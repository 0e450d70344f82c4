/** All parts in one JVM with a real embedded broker. */
@NullMarked
package org.marsad.standalone;

import org.jspecify.annotations.NullMarked;
