/** The signed webhook (Standard Webhooks 1.0.0). */
@NullMarked
package org.marsad.consumer.channels.webhook;

import org.jspecify.annotations.NullMarked;
