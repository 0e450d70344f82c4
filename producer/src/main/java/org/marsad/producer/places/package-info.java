/** Place names to codes: a name resolves inside its town, and doubt falls to the area. */
@NullMarked
package org.marsad.producer.places;

import org.jspecify.annotations.NullMarked;
