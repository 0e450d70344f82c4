/** Reports over HTTP: known sources only, answered when the report is safe. */
@NullMarked
package org.marsad.producer.intake;

import org.jspecify.annotations.NullMarked;
