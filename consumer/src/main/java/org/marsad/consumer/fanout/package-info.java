/** Fan-out: each alert to the people whom it concerns, over what they have, with proof. */
@NullMarked
package org.marsad.consumer.fanout;

import org.jspecify.annotations.NullMarked;
