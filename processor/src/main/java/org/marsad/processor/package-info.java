/** Decides: reports become strikes, and strikes become alerts. */
@NullMarked
package org.marsad.processor;

import org.jspecify.annotations.NullMarked;
