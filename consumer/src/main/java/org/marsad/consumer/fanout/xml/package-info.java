/** XML documents are written here, and nowhere by joining strings. */
@NullMarked
package org.marsad.consumer.fanout.xml;

import org.jspecify.annotations.NullMarked;
