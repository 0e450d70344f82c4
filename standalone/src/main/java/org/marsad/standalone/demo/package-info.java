/** What the demonstration has of its own: somebody who receives, and words for it. */
@NullMarked
package org.marsad.standalone.demo;

import org.jspecify.annotations.NullMarked;
