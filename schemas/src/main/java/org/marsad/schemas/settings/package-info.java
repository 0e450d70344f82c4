/**
 * Settings as Kafka people expect them: declared once, defaults, file, environment, command line.
 */
@NullMarked
package org.marsad.schemas.settings;

import org.jspecify.annotations.NullMarked;
