/** Areas: built from polygons or centres, kept in files, loaded into the log. */
@NullMarked
package org.marsad.producer.areas;

import org.jspecify.annotations.NullMarked;
