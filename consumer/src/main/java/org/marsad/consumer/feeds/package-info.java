/** What concerns a subscriber, to be fetched over HTTP: CAP 1.2, Atom and GeoJSON. */
@NullMarked
package org.marsad.consumer.feeds;

import org.jspecify.annotations.NullMarked;
