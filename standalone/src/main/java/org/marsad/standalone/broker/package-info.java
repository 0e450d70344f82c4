/** A real Kafka broker inside this JVM. */
@NullMarked
package org.marsad.standalone.broker;

import org.jspecify.annotations.NullMarked;
