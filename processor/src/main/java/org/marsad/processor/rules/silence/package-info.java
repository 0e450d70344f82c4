/** SOURCE_SILENT: a source that was heard regularly and is not any more. */
@NullMarked
package org.marsad.processor.rules.silence;

import org.jspecify.annotations.NullMarked;
