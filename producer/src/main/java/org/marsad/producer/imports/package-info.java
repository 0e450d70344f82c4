/**
 * Files to reports: every row is a report, skipped, refused or a duplicate, and the rest goes on.
 */
@NullMarked
package org.marsad.producer.imports;

import org.jspecify.annotations.NullMarked;
