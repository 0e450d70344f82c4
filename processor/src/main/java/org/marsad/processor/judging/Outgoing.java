package org.marsad.processor.judging;

import org.marsad.message.Alert;

/**
 * A revision of an alert on its way out.
 *
 * @param alert the revision
 * @param confidential whether nobody but a confidential site may learn of it
 */
public record Outgoing(Alert alert, boolean confidential) implements Published {}
