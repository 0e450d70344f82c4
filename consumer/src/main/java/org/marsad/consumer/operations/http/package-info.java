/** HTTP: one table of routes, from which checks, errors and the API's description follow. */
@NullMarked
package org.marsad.consumer.operations.http;

import org.jspecify.annotations.NullMarked;
