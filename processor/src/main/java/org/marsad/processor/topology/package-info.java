/** Kafka Streams around the rules: fetches state, asks a rule, stores, forwards. */
@NullMarked
package org.marsad.processor.topology;

import org.jspecify.annotations.NullMarked;
