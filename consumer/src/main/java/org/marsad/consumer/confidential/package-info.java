/** What must not leave Marsad: where confidential sites are, and which. */
@NullMarked
package org.marsad.consumer.confidential;

import org.jspecify.annotations.NullMarked;
