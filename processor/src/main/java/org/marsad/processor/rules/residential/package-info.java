/** RESIDENTIAL_STRIKE: whether a strike hit where people live. */
@NullMarked
package org.marsad.processor.rules.residential;

import org.jspecify.annotations.NullMarked;
