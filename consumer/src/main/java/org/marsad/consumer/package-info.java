/** Out: alerts and strikes reach people, screens and files. */
@NullMarked
package org.marsad.consumer;

import org.jspecify.annotations.NullMarked;
