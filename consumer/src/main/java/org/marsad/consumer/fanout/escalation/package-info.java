/** What happens when nobody answers: the next channel, or somebody else, is told. */
@NullMarked
package org.marsad.consumer.fanout.escalation;

import org.jspecify.annotations.NullMarked;
