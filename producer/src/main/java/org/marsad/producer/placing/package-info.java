/** What a person says about where a report's strike was, and what follows from it. */
@NullMarked
package org.marsad.producer.placing;

import org.jspecify.annotations.NullMarked;
