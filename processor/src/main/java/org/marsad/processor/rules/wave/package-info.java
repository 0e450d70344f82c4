/** WAVE: strikes that follow one another closely. */
@NullMarked
package org.marsad.processor.rules.wave;

import org.jspecify.annotations.NullMarked;
