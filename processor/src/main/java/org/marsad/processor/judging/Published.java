package org.marsad.processor.judging;

/** What judging publishes: revisions of alerts, and days. */
public sealed interface Published permits Outgoing, OutgoingDay {}
