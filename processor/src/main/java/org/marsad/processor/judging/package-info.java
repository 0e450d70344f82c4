/** From what changed to alerts: each rule's judge beside what it claims. */
@NullMarked
package org.marsad.processor.judging;

import org.jspecify.annotations.NullMarked;
