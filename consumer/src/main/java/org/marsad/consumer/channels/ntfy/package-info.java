/** Push notifications over an ntfy server; an update replaces the notification before it. */
@NullMarked
package org.marsad.consumer.channels.ntfy;

import org.jspecify.annotations.NullMarked;
