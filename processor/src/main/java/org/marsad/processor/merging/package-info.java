/** From reports, decisions and signs of life to what changed in an area's strikes. */
@NullMarked
package org.marsad.processor.merging;

import org.jspecify.annotations.NullMarked;
