/** HOSPITAL_SURGE: how many wounded a hospital has to expect. */
@NullMarked
package org.marsad.processor.rules.surge;

import org.jspecify.annotations.NullMarked;
