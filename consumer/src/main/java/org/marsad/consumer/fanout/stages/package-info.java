/** The stages of the fan-out, in reading order: match, project, skip, send, retry, record. */
@NullMarked
package org.marsad.consumer.fanout.stages;

import org.jspecify.annotations.NullMarked;
