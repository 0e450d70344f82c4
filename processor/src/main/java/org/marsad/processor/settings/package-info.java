/** The thresholds of the rules and the settings of the processor. */
@NullMarked
package org.marsad.processor.settings;

import org.jspecify.annotations.NullMarked;
