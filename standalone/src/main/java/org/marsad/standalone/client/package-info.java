/** The HTTP API of a running Marsad, as the command line asks it. */
@NullMarked
package org.marsad.standalone.client;

import org.jspecify.annotations.NullMarked;
