/** Who uses the service, what each may do, and how they prove who they are. */
@NullMarked
package org.marsad.consumer.operations.people;

import org.jspecify.annotations.NullMarked;
