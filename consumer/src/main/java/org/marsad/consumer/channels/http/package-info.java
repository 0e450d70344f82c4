/** Requests to receivers that others name: only to addresses that were checked, never further. */
@NullMarked
package org.marsad.consumer.channels.http;

import org.jspecify.annotations.NullMarked;
