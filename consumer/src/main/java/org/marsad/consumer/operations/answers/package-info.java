/** Who was told of an alert, and what they answered, for an operator at this machine. */
@NullMarked
package org.marsad.consumer.operations.answers;

import org.jspecify.annotations.NullMarked;
