/** SMS over a gateway that speaks HTTP, whatever it wants to be asked. */
@NullMarked
package org.marsad.consumer.fanout.sms;

import org.jspecify.annotations.NullMarked;
