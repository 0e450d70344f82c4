/** Text as people type and paste it, made readable for programs. */
@NullMarked
package org.marsad.producer.text;

import org.jspecify.annotations.NullMarked;
