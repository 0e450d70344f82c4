/** The report as JSON: read strictly, every fault at once, into the message of the log. */
@NullMarked
package org.marsad.producer.report;

import org.jspecify.annotations.NullMarked;
