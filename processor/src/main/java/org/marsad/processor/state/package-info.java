/** What is remembered: the stores, their keys, and how their values are written. */
@NullMarked
package org.marsad.processor.state;

import org.jspecify.annotations.NullMarked;
