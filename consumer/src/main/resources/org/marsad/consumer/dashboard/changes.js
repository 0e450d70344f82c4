// What a revision changed, and what became of an alert that is taken back.

import {dayWords} from './format.js';
import {dayOf} from './subjects.js';

const CHANGES = {
  SEVERITY_ROSE: 'graver', SEVERITY_FELL: 'less grave', MASS: 'mass casualties',
  CASUALTIES: 'people hurt', RESIDENTIAL_STRIKE: 'people live there',
  PROTECTED_SITE_STRIKE: 'a protected site', REPEAT_STRIKE: 'second strike',
  HEAVIEST_IN_DAYS: 'heaviest in days', UNPLACED_STRIKE: 'place no longer known', SURER: 'surer',
  LESS_SURE: 'less sure', FINDING_GONE: 'a finding fell away', PLACE_MOVED: 'the place moved',
  DANGER_EXTENDED: 'danger lasts longer', KILLED_ROSE: 'more killed', KILLED_FELL: 'fewer killed',
  CASUALTIES_ROSE: 'more casualties', CASUALTIES_FELL: 'fewer casualties',
  RECORD_LONGER: 'heaviest for longer', STRIKES_DOUBLED: 'twice the strikes',
  ARRIVALS_ROSE: 'more arrivals expected', ARRIVALS_FELL: 'fewer arrivals expected',
  STANDING: 'the hospital stands otherwise', COUNTS: 'counts', SOURCES: 'sources',
  DETAILS: 'details', REINSTATED: 'stands again',
  PARTED: 'part of it is a strike of its own',
};
const STRUCK = {
  WITHDRAWN: {tag: 'withdrawn', text: 'All its reports were taken back.'},
  MOVED: {tag: 'moved', text: 'It happened elsewhere.'},
  NOT_ACTUAL: {tag: 'not actual', text: 'It was a drill or a test; nothing happened.'},
};

/** What is new since the last interrupting revision: "more killed, second strike"; '' if nothing. */
export function changed(alert) {
  return (alert.changes || []).map((change) => CHANGES[change] || 'details')
    .filter((text, index, all) => all.indexOf(text) === index).join(', ');
}

/** What became of an alert: {struck, tag, text}; null where it stands. */
export function fate(alert, names) {
  if (alert.messageType !== 'CANCEL') {
    return null;
  }
  const struck = STRUCK[alert.reason];
  if (struck) {
    return {struck: true, tag: struck.tag, text: struck.text};
  }
  if (alert.reason === 'CORRECTED') {
    return {struck: false, tag: 'corrected', text: remains(alert, names)};
  }
  if (alert.reason === 'REPLACED') {
    return {struck: false, tag: 'joined',
      text: 'It is part of another strike; that message speaks for both.'};
  }
  return {struck: false, tag: 'taken back', text: 'This message no longer holds.'};
}

function remains(alert, names) {
  switch (alert.subject.kind) {
    case 'DAY':
      return 'The strikes stand; ' + dayWords(dayOf(alert)) + ' was not the heaviest day in ' +
        names.text(alert.area) + '.';
    case 'WAVE':
      return 'The strikes stand; they were not one wave.';
    case 'HOSPITAL':
      return 'The strikes stand; this forecast does not. It is no all clear.';
    case 'SOURCE':
      return 'The source is heard again.';
    case 'SYSTEM':
      return 'It is over.';
    default:
      return 'The strike stands; this claim about it does not.';
  }
}
