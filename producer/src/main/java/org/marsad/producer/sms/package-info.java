/** A report in one SMS, English or Arabic: read, and answered in the language that it came in. */
@NullMarked
package org.marsad.producer.sms;

import org.jspecify.annotations.NullMarked;
