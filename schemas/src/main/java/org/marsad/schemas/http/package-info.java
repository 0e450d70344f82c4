/** How intake, fan-out and page read what is posted to them, so that slow senders stop nobody. */
@NullMarked
package org.marsad.schemas.http;

import org.jspecify.annotations.NullMarked;
