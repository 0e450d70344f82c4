/** What the rules say, as messages, and messages in the words of the rules. */
@NullMarked
package org.marsad.processor.messages;

import org.jspecify.annotations.NullMarked;
