/**
 * The hospitals, schools and the like of an installation, as its operator adds and removes them.
 */
@NullMarked
package org.marsad.standalone.sites;

import org.jspecify.annotations.NullMarked;
