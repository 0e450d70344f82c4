/** Who may see what of an alert: roles, and the view that each gets. */
@NullMarked
package org.marsad.consumer.audience;

import org.jspecify.annotations.NullMarked;
