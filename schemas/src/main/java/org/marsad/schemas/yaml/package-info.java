/** Files in YAML that people write: read strictly, each fault with its line, all faults at once. */
@NullMarked
package org.marsad.schemas.yaml;

import org.jspecify.annotations.NullMarked;
