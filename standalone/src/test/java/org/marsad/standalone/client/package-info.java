@NullMarked
package org.marsad.standalone.client;

import org.jspecify.annotations.NullMarked;
