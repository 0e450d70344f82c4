/** The words that the rules share: pure Java, without Kafka and without Avro. */
@NullMarked
package org.marsad.processor.rules;

import org.jspecify.annotations.NullMarked;
