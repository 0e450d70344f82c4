/**
 * What every channel has in common: a message goes out, an answer comes back; and the codes for
 * what is not sent.
 */
@NullMarked
package org.marsad.consumer.channels;

import org.jspecify.annotations.NullMarked;
