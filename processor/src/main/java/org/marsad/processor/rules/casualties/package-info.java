/** CASUALTIES: people were killed or injured, or nobody has counted yet. */
@NullMarked
package org.marsad.processor.rules.casualties;

import org.jspecify.annotations.NullMarked;
