/** Finds the alert that somebody means, for an operator at this machine. */
@NullMarked
package org.marsad.standalone.alerts;

import org.jspecify.annotations.NullMarked;
