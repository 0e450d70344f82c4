/** How grave an alert is, by what it is about. */
@NullMarked
package org.marsad.processor.rules.severity;

import org.jspecify.annotations.NullMarked;
