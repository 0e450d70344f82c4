/** What the service shows: the newest of each thing in the topics, as each viewer may see it. */
@NullMarked
package org.marsad.consumer.operations.board;

import org.jspecify.annotations.NullMarked;
