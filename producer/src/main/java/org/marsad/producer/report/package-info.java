/**
 * What sources say as JSON, above all reports: read strictly, every fault at once, into the
 * messages of the log.
 */
@NullMarked
package org.marsad.producer.report;

import org.jspecify.annotations.NullMarked;
