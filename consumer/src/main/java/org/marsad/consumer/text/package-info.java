/** Alerts in words: every sentence is made from typed facts, in one language at a time. */
@NullMarked
package org.marsad.consumer.text;

import org.jspecify.annotations.NullMarked;
