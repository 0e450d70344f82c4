/** What a running Marsad needs of its machine: a data folder to itself, its ports, a log, room. */
@NullMarked
package org.marsad.standalone.machine;

import org.jspecify.annotations.NullMarked;
