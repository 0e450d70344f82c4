/**
 * The rules once more, slow and obvious: everything is counted afresh from all that was said. It
 * knows the messages and geodesy, and nothing of the processor.
 */
@NullMarked
package org.marsad.processor.oracle;

import org.jspecify.annotations.NullMarked;
