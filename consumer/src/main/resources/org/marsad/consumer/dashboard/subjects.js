// What an alert is about: its title, the numbers that matter, and hints for the operator.

import {best, bounds, duration, isCentreOnly, isEndOfDay, plural, weekday}
  from './format.js';
import {find, isMaybe} from './findings.js';

const MOST_PLACES = 2;
const HINTS = {
  PROTECTED_SITE_STRIKE: 'Ask the site what it needs; do not name it on open channels.',
  HEAVIEST_IN_DAYS: 'Warn the hospitals of the area and check the strength of the teams.',
  RESIDENTIAL_STRIKE: 'People live there: teams to assess; beware of a second strike.',
  WAVE: 'More may follow: keep teams ready in the neighbourhoods not yet hit too.',
  HOSPITAL_SURGE: 'Call the hospital; send the lightly wounded farther on.',
  SOURCE_SILENT: 'Silence is not calm: nothing is known from there. Ask whether the source is safe.',
  UNPLACED_STRIKE: 'Nobody knows where it was: find its place.',
};

/** Whether the counts and the place are one strike's. */
export function isStrike(alert) {
  return alert.subject.kind === 'STRIKE' || alert.subject.kind === 'SITE';
}

/** The title: {codes of places whose names lead, area's code or null, more words}. */
export function title(alert) {
  const surge = (find(alert, 'HOSPITAL_SURGE') || {}).surge;
  const said = alert.place && alert.place.text;
  switch (alert.subject.kind) {
    case 'DAY':
      return {codes: [alert.area], more: [weekday(dayOf(alert)), plural(alert.strikes, 'strike')]};
    case 'WAVE':
      return {codes: [alert.area], more: ['wave of strikes']};
    case 'HOSPITAL':
      return surge && surge.siteId
        ? {codes: [surge.siteId], area: alert.area, more: ['expected arrivals']}
        : {codes: [alert.area], more: ['wounded have nowhere to go']};
    case 'SOURCE':
      return {codes: [alert.area], more: ['a source has gone silent']};
    case 'SYSTEM':
      return {text: 'Marsad', more: [alert.subject.id.slice(alert.subject.id.indexOf(':') + 1)]};
    default: {
      const named = alert.neighbourhoods.slice(0, MOST_PLACES);
      const rest = (alert.neighbourhoodsInAll || alert.neighbourhoods.length) - named.length;
      return named.length
        ? {codes: named, area: alert.area, more: rest > 0 ? [rest + ' more'] : []}
        : {codes: [alert.area], more: said ? ['said: ' + said] : []};
    }
  }
}

/** The title as plain text: "al-Fardous, Aleppo". */
export function titleText(alert, names) {
  const about = title(alert);
  return about.text || about.codes.concat(about.area || []).map((code) => names.text(code))
    .join(', ');
}

/**
 * The numbers that matter, the first the most: [{value, noun, beside}]. A value of '?' says that
 * nobody has counted yet, which is not zero.
 */
export function numbers(alert) {
  const wave = (find(alert, 'WAVE') || {}).wave;
  const surge = (find(alert, 'HOSPITAL_SURGE') || {}).surge;
  const source = (find(alert, 'SOURCE_SILENT') || {}).silentSource;
  switch (alert.subject.kind) {
    case 'WAVE':
      return (wave ? [number(wave.strikes, 'strikes')] : []).concat(people(alert, wave));
    case 'HOSPITAL':
      return surge ? arrivals(alert, surge) : [];
    case 'SOURCE':
      return source ? [{
        value: duration((Date.parse(alert.sentAt) - Date.parse(source.lastHeardAt)) / 1000),
        noun: 'not heard',
        beside: source.sourcesHeard + ' of ' + plural(source.sourcesExpected, 'source') + ' heard',
      }] : [];
    case 'SYSTEM':
      return [];
    default:
      return people(alert, null)
        .concat(alert.impacts ? [number(alert.impacts, 'impacts')] : []);
  }
}

/** What is missing in those numbers, in words; '' where nothing is. */
export function missing(alert) {
  const wave = (find(alert, 'WAVE') || {}).wave;
  const surge = (find(alert, 'HOSPITAL_SURGE') || {}).surge;
  const heaviest = find(alert, 'HEAVIEST_IN_DAYS');
  if (wave) {
    return [['killed', wave.unreportedKilled], ['injured', wave.unreportedInjured]]
      .filter((sum) => alert[sum[0]] && sum[1] > 0)
      .map((sum) => sum[0] + ' of ' + plural(sum[1], 'strike') + ' not counted yet').join(', ');
  }
  if (surge && surge.unreported) {
    return 'at least: ' + plural(surge.unreported, 'strike') + ' without a count';
  }
  if (alert.subject.kind === 'DAY' && heaviest) {
    const open = Math.max.apply(null, heaviest.records.map((record) => record.unreported));
    return open > 0 ? plural(open, 'strike') + ' of the day without a count' : '';
  }
  return '';
}

/** Hints for the operator; they order nothing. */
export function considerations(alert) {
  if (alert.messageType === 'CANCEL') {
    return ['Tell those who acted on it what became of it.'];
  }
  const surge = (find(alert, 'HOSPITAL_SURGE') || {}).surge;
  if (surge && !surge.siteId) {
    return ['Ask the hospitals of the neighbouring areas; that nobody is told to come is no all clear.'];
  }
  const hints = alert.findings.map((finding) => hint(finding)).filter(Boolean);
  if (isStrike(alert) && alert.sources < 2) {
    hints.push('One source only: look for a second while acting.');
  }
  if (isStrike(alert) && alert.place && isCentreOnly(alert.place.basis) &&
      !find(alert, 'UNPLACED_STRIKE')) {
    hints.push('The exact place is not known: ask the source.');
  }
  return hints;
}

function hint(finding) {
  if (finding.rule === 'REPEAT_STRIKE') {
    return isMaybe(finding) ? 'It may be a second strike: keep watch while you are there.'
      : 'Rescuers may be on the spot: warn them; approach only as long as needed.';
  }
  if (finding.rule === 'CASUALTIES') {
    return finding.unknown ? 'Nobody has counted yet: that is not zero.' : '';
  }
  return HINTS[finding.rule];
}

function people(alert, wave) {
  const known = ['killed', 'injured'].filter((name) => alert[name]);
  if (!known.length) {
    return [{value: '?', noun: 'killed and injured', beside: 'nobody has counted yet'}];
  }
  return ['killed', 'injured'].map((name) => (alert[name] ? number(alert[name], name)
    : {value: '?', noun: name, beside: wave ? 'not counted' : 'not counted yet'}));
}

function arrivals(alert, surge) {
  const day = number(surge.within24Hours, 'within 24 h');
  if (isHourKnown(alert, surge)) {
    return [number(surge.within90Minutes, 'within 90 min'), day];
  }
  const high = surge.within90Minutes.high;
  return [day, {value: '?', noun: 'within 90 min', beside: high ? 'up to ' + high : 'hour unknown'}];
}

/** A strike of which only the day is known lasts until midnight; nobody knows who comes at once. */
function isHourKnown(alert, surge) {
  return surge.within90Minutes.best > 0 || !isEndOfDay(surge.asOf, surge.day, alert.timeZone);
}

function number(range, nouns) {
  return {value: best(range), noun: singular(range.best, nouns), beside: bounds(range)};
}

function singular(value, nouns) {
  return value === 1 && (nouns === 'impacts' || nouns === 'strikes') ? nouns.slice(0, -1) : nouns;
}

/** The local day that a DAY is about, from the end of its id. */
export function dayOf(alert) {
  return alert.subject.id.slice(-10);
}
