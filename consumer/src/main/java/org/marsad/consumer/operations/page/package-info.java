/** The page that people use in a browser. */
@NullMarked
package org.marsad.consumer.operations.page;

import org.jspecify.annotations.NullMarked;
