/** A rehearsal: who would have been told what, and when, by the live stages and without sending. */
@NullMarked
package org.marsad.consumer.fanout.rehearsal;

import org.jspecify.annotations.NullMarked;
