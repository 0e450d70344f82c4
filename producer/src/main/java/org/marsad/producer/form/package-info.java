/** The form that people with a phone report by. */
@NullMarked
package org.marsad.producer.form;

import org.jspecify.annotations.NullMarked;
