/** REPEAT_STRIKE: a second strike on the spot of an earlier one. */
@NullMarked
package org.marsad.processor.rules.repeat;

import org.jspecify.annotations.NullMarked;
