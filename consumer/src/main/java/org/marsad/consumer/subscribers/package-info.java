/** Who wants to be told what, read from a file and checked as a whole. */
@NullMarked
package org.marsad.consumer.subscribers;

import org.jspecify.annotations.NullMarked;
