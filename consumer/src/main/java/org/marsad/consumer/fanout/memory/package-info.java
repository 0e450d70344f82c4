/** What is kept for a while and then forgotten, a little at a time. */
@NullMarked
package org.marsad.consumer.fanout.memory;

import org.jspecify.annotations.NullMarked;
