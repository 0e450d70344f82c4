/** What was set aside, as the log has it. */
@NullMarked
package org.marsad.standalone.rejected;

import org.jspecify.annotations.NullMarked;
