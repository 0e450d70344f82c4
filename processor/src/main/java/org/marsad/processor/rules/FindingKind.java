package org.marsad.processor.rules;

/** Which rule found something. */
public enum FindingKind {
  CASUALTIES,
  RESIDENTIAL_STRIKE,
  PROTECTED_SITE_STRIKE,
  REPEAT_STRIKE,
  HEAVIEST_IN_DAYS,
  UNPLACED_STRIKE,
  WAVE,
  HOSPITAL_SURGE,
  SOURCE_SILENT
}
