// What each rule says beyond a strike's counts, in words. A range stays a range.

import {clockTime, duration, isEndOfDay, metres, number, plural, range, words} from './format.js';

const SOURCES = {
  OBSERVER: 'An observer', SENSOR: 'A sensor', AGENCY: 'An agency', MEDIA: 'A news medium',
  IMPORT: 'An import',
};
const SUMS = [['impacts', 'unreportedImpacts'], ['killed', 'unreportedKilled'],
  ['injured', 'unreportedInjured']];
const PLURALS = {
  bakery: 'bakeries', 'place of worship': 'places of worship', water: 'waterworks', other: 'others',
};

const REASONS = {
  STRIKE_RETRACTED: 'all reports of the strike were retracted',
  STRIKE_MERGED: 'the strike became part of another',
  NOT_HEAVIEST_IN_DAYS: 'no longer a record',
  NOT_RESIDENTIAL: 'no longer known to be residential',
  PLACED: 'its place is now known',
  NOT_REPEAT: 'it does not follow an earlier strike on the same spot',
  NO_SITE_HIT: 'no protected site is within its reach',
  WAVE_ENDED: 'too few strikes are left for a wave',
  WAVE_JOINED: 'its strikes belong to another wave',
  BELOW_THRESHOLD: 'fewer wounded to expect than the threshold; this is no all clear',
  HOSPITAL_CLOSED: 'the hospital is closed, its wounded go elsewhere',
  SOURCE_HEARD: 'the source is heard again',
};

/** Why an alert was withdrawn. */
export function whyWithdrawn(alert) {
  return REASONS[alert.reason.code] || words(alert.reason.code);
}

/** The rule's own facts as a line; '' where it has none but the strike's counts. */
export function ruleFacts(alert) {
  return [
    alert.repeat && repeatFacts(alert, alert.repeat),
    sites(alert).join(', '),
    alert.wave && waveFacts(alert, alert.wave),
    alert.surge && surgeFacts(alert, alert.surge),
    alert.silence && silenceFacts(alert, alert.silence),
  ].filter(Boolean).join(' · ');
}

/** What is missing in a wave's or a surge's sums; undefined where the alert is neither. */
export function ruleMissing(alert) {
  if (alert.wave) {
    const absent = SUMS.filter((sum) => !alert.wave[sum[0]] || alert.wave[sum[1]] > 0)
      .map((sum) => sum[0] + (alert.wave[sum[0]] ? ' of ' + plural(alert.wave[sum[1]], 'strike') : ''));
    return absent.length ? 'not reported: ' + absent.join(', ') : '';
  }
  if (alert.surge) {
    return alert.surge.unreported
      ? 'at least: ' + plural(alert.surge.unreported, 'strike') + ' without a count' : '';
  }
  return alert.silence ? '' : undefined;
}

/** "danger until 15:21", as long as the message was sent before; '' else. */
export function danger(alert) {
  const ahead = alert.dangerUntil && alert.messageType !== 'CANCEL' &&
    Date.parse(alert.dangerUntil) > Date.parse(alert.sentAt);
  return ahead ? 'danger until ' + clockTime(alert.dangerUntil, alert) : '';
}

/** Pairs of a name and a text: what the rule's facts rest on. */
export function ruleDetails(alert) {
  const facts = [];
  if (alert.repeat) {
    facts.push(['Earlier', plural(alert.repeat.earlierStrikeIds.length, 'strike') +
      ' on the spot, the latest ' + duration(alert.repeat.secondsAfter) + ' before']);
    facts.push(['Rule', 'within ' + alert.repeat.windowMinutes + ' min and ' +
      metres(alert.repeat.reachMetres) + ' beyond both circles']);
  }
  (alert.protectedSites || []).forEach((hit) => facts.push(['Site', site(hit)]));
  if (alert.wave) {
    facts.push(['Until', clockTime(alert.wave.until, alert)]);
    facts.push(['Rule', alert.wave.minStrikes + ' strikes or more, gaps up to ' +
      alert.wave.gapMinutes + ' min']);
  }
  return alert.surge ? facts.concat(surgeDetails(alert, alert.surge)) : facts;
}

function repeatFacts(alert, repeat) {
  const more = repeat.earlierStrikeIds.length - 1;
  return metres(repeat.distanceMetres) + ' from the strike of ' +
    clockTime(repeat.earlierOnset, alert) + (more > 0 ? ' and ' + more + ' earlier' : '');
}

/** "a hospital by report", "2 schools within reach": alike ones together. */
function sites(alert) {
  const groups = new Map();
  (alert.protectedSites || []).forEach((hit) => {
    const key = hit.kind + ' ' + hit.basis;
    groups.set(key, (groups.get(key) || []).concat(hit));
  });
  return Array.from(groups.values(), (hits) => {
    if (hits.length === 1) {
      return site(hits[0]);
    }
    const kind = words(hits[0].kind);
    return hits.length + ' ' + (PLURALS[kind] || kind + 's') + basis(hits[0]);
  });
}

function site(hit) {
  const kind = words(hit.kind) === 'water' ? 'waterworks' : words(hit.kind);
  return 'a ' + kind +
    (hit.distanceMetres === undefined || hit.basis === 'REPORT' ? basis(hit) : '') +
    (hit.distanceMetres === undefined ? '' : ' at ' + metres(hit.distanceMetres)) +
    (hit.confidential ? ' (confidential)' : '');
}

function basis(hit) {
  return hit.basis === 'REPORT' ? ' by report' : ' within reach';
}

function waveFacts(alert, wave) {
  const minutes = (Date.parse(wave.until) - Date.parse(alert.onset)) / 60000;
  return [range(wave.strikes, 'strikes') + ' in ' + duration(60 * minutes),
    wave.residential ? wave.residential + ' residential' : null]
    .concat(SUMS.filter((sum) => wave[sum[0]]).map((sum) =>
      (wave[sum[1]] > 0 ? 'at least ' : '') + range(wave[sum[0]], sum[0])))
    .filter(Boolean).join(' · ');
}

function surgeFacts(alert, surge) {
  const known = isHourKnown(alert, surge);
  const soon = surge.within90Minutes;
  const most = soon.high ? ', up to ' + soon.high + ' may come within 90 min' : '';
  return 'expect ' + (known ? number(soon) + ' within 90 min, ' : '') + number(surge.within24Hours) +
    ' within 24 h, a third critical' + (known ? '' : ', the hour is not known' + most) + ' · ' +
    plural(surge.strikes, 'strike') + ' up to ' +
    (known ? clockTime(surge.asOf, alert) : surge.day) +
    (surge.injuredEstimated ? ', ' + surge.injuredEstimated + ' estimated from killed' : '');
}

/** A strike of which only the day is known lasts until midnight; nobody knows who comes at once. */
function isHourKnown(alert, surge) {
  return surge.within90Minutes.best > 0 || !isEndOfDay(surge.asOf, surge.day, alert.timeZone);
}

function surgeDetails(alert, surge) {
  const said = surge.statusAt ? ', said at ' + clockTime(surge.statusAt, alert) : '';
  const beds = surge.bedsAvailable === undefined ? '' : ', ' + plural(surge.bedsAvailable, 'bed');
  return [
    ['Critical', number(surge.critical)],
    ['Wounded', number(surge.wounded) + ' in the area on ' + surge.day],
    ['Inputs', surge.injuredReported + ' with injured, ' + surge.injuredEstimated +
      ' estimated, ' + surge.unreported + ' with neither'],
    ['Assumed', surge.woundedPerKilledLow + ' – ' + surge.woundedPerKilledBest + ' – ' +
      surge.woundedPerKilledHigh + ' wounded per killed; ' +
      Math.round(100 * surge.arrivingLow) + '–' + Math.round(100 * surge.arrivingHigh) +
      ' % arrive within 90 min'],
    surge.siteId ? ['Hospital', words(surge.emergencyDepartment) + beds + said] : null,
    ['Receiving', plural(surge.receiving, 'hospital') + ' of the area' +
      (surge.siteId ? '; share ' + Math.round(100 * surge.share) + ' %' : '')],
  ].filter(Boolean);
}

function silenceFacts(alert, silence) {
  return (SOURCES[silence.sourceKind] || 'A source') + ' not heard since ' +
    clockTime(silence.lastHeardAt, alert) + ', expected every ' +
    duration(silence.everySeconds) + ' · ' + silence.sourcesHeard + ' of ' +
    plural(silence.sourcesExpected, 'source') + ' heard';
}
