/** Messages in the words of the rules, and what the rules say in the words of messages. */
@NullMarked
package org.marsad.processor.mapping;

import org.jspecify.annotations.NullMarked;
