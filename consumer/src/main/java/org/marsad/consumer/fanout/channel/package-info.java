/** What every channel has in common: a message goes out, an answer comes back. */
@NullMarked
package org.marsad.consumer.fanout.channel;

import org.jspecify.annotations.NullMarked;
