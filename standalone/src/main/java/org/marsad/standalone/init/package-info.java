/** A real installation, from what somebody answers to the files that {@code up} reads. */
@NullMarked
package org.marsad.standalone.init;

import org.jspecify.annotations.NullMarked;
