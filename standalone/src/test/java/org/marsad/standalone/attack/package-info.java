/** An attacker looks for a confidential hospital with all that anybody may send and see. */
@NullMarked
package org.marsad.standalone.attack;

import org.jspecify.annotations.NullMarked;
