/** Names of places as people spell them. */
@NullMarked
package org.marsad.schemas.names;

import org.jspecify.annotations.NullMarked;
