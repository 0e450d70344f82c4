/** Alerts as messages of the Common Alerting Protocol 1.2, and what such a message must keep to. */
@NullMarked
package org.marsad.consumer.fanout.cap;

import org.jspecify.annotations.NullMarked;
