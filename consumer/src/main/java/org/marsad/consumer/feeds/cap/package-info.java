/**
 * Alerts as messages of the Common Alerting Protocol 1.2, what such a message must keep to, and how
 * XML is written.
 */
@NullMarked
package org.marsad.consumer.feeds.cap;

import org.jspecify.annotations.NullMarked;
