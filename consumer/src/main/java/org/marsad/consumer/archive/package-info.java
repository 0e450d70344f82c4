/** The archive: alerts and strikes in Avro container files by day, each exactly once. */
@NullMarked
package org.marsad.consumer.archive;

import org.jspecify.annotations.NullMarked;
