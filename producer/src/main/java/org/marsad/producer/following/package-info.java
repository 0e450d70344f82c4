/** Topics that are read on for as long as the intake runs. */
@NullMarked
package org.marsad.producer.following;

import org.jspecify.annotations.NullMarked;
