/** What teams answer to alerts: into the topic, for all parts that take answers. */
@NullMarked
package org.marsad.consumer.acknowledge;

import org.jspecify.annotations.NullMarked;
