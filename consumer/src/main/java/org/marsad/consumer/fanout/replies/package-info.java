/** How those who were told answer: signed links, codes for SMS, and the routes that take them. */
@NullMarked
package org.marsad.consumer.fanout.replies;

import org.jspecify.annotations.NullMarked;
