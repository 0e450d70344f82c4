/** Which reports can be used, and what is wrong with the others. */
@NullMarked
package org.marsad.processor.rules.checking;

import org.jspecify.annotations.NullMarked;
