/** Finds the alert that somebody means, for an operator at this machine. */
@NullMarked
package org.marsad.consumer.operations.alerts;

import org.jspecify.annotations.NullMarked;
