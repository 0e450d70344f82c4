/** What the consumers know about areas: names for people, outlines for the map. */
@NullMarked
package org.marsad.consumer.areas;

import org.jspecify.annotations.NullMarked;
