/** SMS over a gateway that speaks HTTP, whatever it wants to be asked. */
@NullMarked
package org.marsad.consumer.channels.sms;

import org.jspecify.annotations.NullMarked;
