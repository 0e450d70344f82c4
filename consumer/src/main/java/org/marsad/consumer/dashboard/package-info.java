/** The live page of an operations centre: what happened, where, how bad, how sure. */
@NullMarked
package org.marsad.consumer.dashboard;

import org.jspecify.annotations.NullMarked;
