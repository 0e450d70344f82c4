/** Runs the rules over recorded reports and writes down what they say. */
@NullMarked
package org.marsad.standalone.backtest;

import org.jspecify.annotations.NullMarked;
