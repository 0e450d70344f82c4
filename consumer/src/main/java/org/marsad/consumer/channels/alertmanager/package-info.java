/** Receivers of Prometheus Alertmanager's webhook, version 4: what operators already run. */
@NullMarked
package org.marsad.consumer.channels.alertmanager;

import org.jspecify.annotations.NullMarked;
