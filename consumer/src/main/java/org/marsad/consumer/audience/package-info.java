/** Who may see what of an alert: roles, the view that each gets, and confidential sites. */
@NullMarked
package org.marsad.consumer.audience;

import org.jspecify.annotations.NullMarked;
