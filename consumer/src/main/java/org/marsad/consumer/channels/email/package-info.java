/** Alerts by e-mail: text and HTML, over the SMTP server that each channel names. */
@NullMarked
package org.marsad.consumer.channels.email;

import org.jspecify.annotations.NullMarked;
