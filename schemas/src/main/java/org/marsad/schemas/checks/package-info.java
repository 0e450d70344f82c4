/** What no message may say: one owner, for the part that takes it in and the part that uses it. */
@NullMarked
package org.marsad.schemas.checks;

import org.jspecify.annotations.NullMarked;
