/** The contract between the parts: topics, wire format and the JSON view of messages. */
@NullMarked
package org.marsad.schemas;

import org.jspecify.annotations.NullMarked;
