/** Words that several modules say alike. */
@NullMarked
package org.marsad.schemas.text;

import org.jspecify.annotations.NullMarked;
