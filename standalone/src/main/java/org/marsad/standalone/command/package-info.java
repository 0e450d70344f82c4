/** The commands of ./marsad. */
@NullMarked
package org.marsad.standalone.command;

import org.jspecify.annotations.NullMarked;
