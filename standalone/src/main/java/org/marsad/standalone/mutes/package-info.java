/** What people ask not to be told of for a while: checked, published, listed, lifted. */
@NullMarked
package org.marsad.standalone.mutes;

import org.jspecify.annotations.NullMarked;
