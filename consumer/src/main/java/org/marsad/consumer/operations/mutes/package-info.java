/** What people ask not to be told of for a while: checked, published, listed, lifted. */
@NullMarked
package org.marsad.consumer.operations.mutes;

import org.jspecify.annotations.NullMarked;
