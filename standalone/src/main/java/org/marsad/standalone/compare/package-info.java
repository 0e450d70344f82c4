/** What a change of rules does to the alerts: the same reports under two rules files. */
@NullMarked
package org.marsad.standalone.compare;

import org.jspecify.annotations.NullMarked;
