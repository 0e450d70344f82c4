/** What was set aside: operations learn of it, and it can be sent again. */
@NullMarked
package org.marsad.producer.setaside;

import org.jspecify.annotations.NullMarked;
