/** What was set aside, as the log has it. */
@NullMarked
package org.marsad.consumer.operations.rejected;

import org.jspecify.annotations.NullMarked;
