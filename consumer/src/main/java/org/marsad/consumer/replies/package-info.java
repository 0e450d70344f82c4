/**
 * How those who were told answer: signed links, codes for SMS, the routes that take them, and the
 * topic of answers.
 */
@NullMarked
package org.marsad.consumer.replies;

import org.jspecify.annotations.NullMarked;
