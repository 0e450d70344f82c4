/** Receivers of Prometheus Alertmanager's webhook, version 4: what operators already run. */
@NullMarked
package org.marsad.consumer.fanout.alertmanager;

import org.jspecify.annotations.NullMarked;
