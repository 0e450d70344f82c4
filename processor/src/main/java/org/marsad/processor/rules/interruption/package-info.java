/** Which revision of an alert is worth waking somebody for, and what is new in it. */
@NullMarked
package org.marsad.processor.rules.interruption;

import org.jspecify.annotations.NullMarked;
