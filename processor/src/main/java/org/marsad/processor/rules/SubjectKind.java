package org.marsad.processor.rules;

/** What an alert is about. */
public enum SubjectKind {
  STRIKE,
  DAY,
  WAVE,
  HOSPITAL,
  SITE,
  SOURCE
}
