/** An attacker with random probes looks for confidential hospitals in what the processor says. */
@NullMarked
package org.marsad.processor.attack;

import org.jspecify.annotations.NullMarked;
