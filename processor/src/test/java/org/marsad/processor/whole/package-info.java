/** The whole topology against the oracle: random towns, restarts, any order of arrival. */
@NullMarked
package org.marsad.processor.whole;

import org.jspecify.annotations.NullMarked;
