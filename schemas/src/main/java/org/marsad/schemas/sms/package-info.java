/**
 * What intake and fan-out agree on so that a gateway needs one address for all that people send.
 */
@NullMarked
package org.marsad.schemas.sms;

import org.jspecify.annotations.NullMarked;
