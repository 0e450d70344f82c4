/** PROTECTED_SITE_STRIKE: whether a strike hit a hospital, a school or another protected site. */
@NullMarked
package org.marsad.processor.rules.sites;

import org.jspecify.annotations.NullMarked;
