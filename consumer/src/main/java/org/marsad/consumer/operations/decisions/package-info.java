/** What people decide about the identity of strikes, in the log and out of it. */
@NullMarked
package org.marsad.consumer.operations.decisions;

import org.jspecify.annotations.NullMarked;
