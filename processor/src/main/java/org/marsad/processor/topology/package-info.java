/** How the steps hang together on Kafka Streams; nothing is decided here. */
@NullMarked
package org.marsad.processor.topology;

import org.jspecify.annotations.NullMarked;
