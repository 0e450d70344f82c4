/**
 * Days as crews live through them: real reports into the real processor and fan-out on a real
 * broker, an SMS gateway and an ntfy server that stand in, and a clock that is set by hand.
 */
@NullMarked
package org.marsad.standalone.timeline;

import org.jspecify.annotations.NullMarked;
