// What each rule found, as a chip and in sentences. What is only possible is told as "may be".

import {
  bounds, certaintyWords, clockTime, dayWords, duration, metres, plural, best, weekday, words,
} from './format.js';

const MEASURES = {IMPACTS: 'impacts', KILLED: 'killed', CASUALTIES: 'killed and injured'};
const BY = {IMPACTS: 'impacts', KILLED: 'people killed', CASUALTIES: 'people killed and injured'};
const SILENT_DAYS = 7;
const SOURCES = {
  OBSERVER: 'An observer', SENSOR: 'A sensor', AGENCY: 'An agency', MEDIA: 'A news medium',
  IMPORT: 'An import',
};
const SITES = {WATER: 'waterworks', OTHER: 'protected site'};
const PLURALS = {
  bakery: 'bakeries', 'place of worship': 'places of worship', waterworks: 'waterworks',
};
const STANDINGS = {
  RECEIVING: 'expect wounded', HIT: 'this hospital was hit', CLOSED: 'hospital closed',
  NOWHERE_TO_GO: 'no hospital is open',
};
const SYSTEM = {
  UNREACHED: 'somebody was not told', SET_ASIDE: 'reports set aside',
  EMPTY_SHIFT: 'nobody is on shift', CHANNEL_TEST: 'channel test',
};
const RESIDENTIAL = {
  REPORT: 'a report says so', MAP: 'the map says that people live there',
  RADIUS: 'people live in much of its circle',
};

/** What a rule found; undefined where it found nothing. */
export function find(alert, rule) {
  return alert.findings.find((finding) => finding.rule === rule);
}

/** Whether a finding is no more than possible. */
export function isMaybe(finding) {
  return finding.certainty !== 'OBSERVED' && finding.certainty !== 'LIKELY';
}

/** A finding in a few words. */
export function chip(finding, alert) {
  const say = CHIPS[finding.rule];
  return say ? say(finding, alert) : SYSTEM[finding.rule] || words(finding.rule);
}

/** The record that reaches back the longest, the first of equals; null where there is none. */
export function longestRecord(alert) {
  const found = find(alert, 'HEAVIEST_IN_DAYS');
  return found ? found.records.reduce((longest, record) =>
    (longest && longest.likelyDays >= record.likelyDays ? longest : record), null) : null;
}

/** "Aleppo: heaviest day in 26 days by killed · since watching began 15 Sep" */
export function recordSentence(record, names) {
  return names.text(record.scopeCode) + ': heaviest ' + words(record.scale) + ' in ' + reach(record) +
    ' by ' + (BY[record.measure] || words(record.measure)) +
    (record.sinceWatchingBegan
      ? ' · since watching began ' + dayWords(record.watchedSince, record.day) : '');
}

/** That nobody was heard for a week or more within a claim; '' else. */
export function silence(record) {
  return record.longestSilenceDays >= SILENT_DAYS
    ? 'Nothing was heard for ' + plural(record.longestSilenceDays, 'day') + ' of them.' : '';
}

/** Pairs of a name and a text: what each finding rests on. */
export function details(alert, names) {
  return alert.findings.reduce((all, finding) => {
    const say = DETAILS[finding.rule];
    return all.concat(say ? say(finding, alert, names) : [[capital(chip(finding, alert)),
      certaintyWords(finding.certainty)]]);
  }, []);
}

/** "hospital hit", "2 schools may have been hit · 83 m": alike ones together. */
function sites(finding) {
  const groups = new Map();
  finding.sites.forEach((hit) => {
    const key = hit.kind + ' ' + hit.basis;
    groups.set(key, (groups.get(key) || []).concat(hit));
  });
  return Array.from(groups.values(), (hits) => siteGroup(hits, isMaybe(finding))).join(', ') ||
    'protected site';
}

function siteGroup(hits, maybe) {
  const kind = SITES[hits[0].kind] || words(hits[0].kind);
  const who = hits.length === 1 ? kind : hits.length + ' ' + (PLURALS[kind] || kind + 's');
  const near = hits.map((hit) => hit.distanceMetres).filter((distance) => distance !== undefined);
  const distance = hits[0].basis === 'REACH' && near.length
    ? ' · ' + metres(Math.min.apply(null, near)) : '';
  const hit = maybe ? ' may have been hit' : hits[0].basis === 'REACH' ? ' within reach' : ' hit';
  return who + hit + distance;
}

function repeat(finding, alert) {
  const facts = finding.repeat;
  if (!facts) {
    return isMaybe(finding) ? 'may be a second strike' : 'second strike';
  }
  if (facts.earlierStrikes === 0) {
    return 'may be two strikes';
  }
  if (isMaybe(finding)) {
    return 'may be near the strike of ' + clockTime(facts.earlierOnset, alert);
  }
  const which = facts.earlierStrikes === 1 ? 'second strike'
    : 'strike ' + (facts.earlierStrikes + 1) + ' on the spot';
  return which + (facts.distanceMetres !== undefined ? ' · ' + repeatDistance(facts)
    : facts.sameNeighbourhood ? ' · same neighbourhood' : '');
}

/** How far off the earlier strike fell; where both circles meet, how far at most. */
function repeatDistance(facts) {
  const radii = facts.radiiMetres || 0;
  const most = facts.distanceMetres + radii;
  return facts.distanceMetres > radii ? metres(facts.distanceMetres)
    : most > 0 ? 'within ' + metres(most) : 'no distance';
}

const CHIPS = {
  CASUALTIES: (finding, alert) => {
    if (finding.unknown) {
      return alert.injured ? 'nobody counted the killed yet' : 'nobody counted yet';
    }
    const maybe = isMaybe(finding);
    return finding.mass ? (maybe ? 'may be mass casualties' : 'mass casualties')
      : maybe ? 'people may be hurt' : 'people hurt';
  },
  RESIDENTIAL_STRIKE: (finding) => (isMaybe(finding) ? 'may be residential' : 'residential'),
  PROTECTED_SITE_STRIKE: sites,
  REPEAT_STRIKE: repeat,
  HEAVIEST_IN_DAYS: (finding, alert) => (isMaybe(finding) ? 'may be the ' : '') + 'heaviest in ' +
    reach(longestRecord(alert)),
  UNPLACED_STRIKE: () => 'place unknown',
  WAVE: (finding, alert) => (isMaybe(finding) ? 'may be a wave' : 'wave') + ' · ' +
    duration((Date.parse(finding.wave.until) - Date.parse(alert.onset)) / 1000) +
    (finding.wave.residential ? ' · ' + finding.wave.residential + ' residential' : ''),
  HOSPITAL_SURGE: (finding) => STANDINGS[finding.surge.standing] || 'expect wounded',
  SOURCE_SILENT: () => 'silent source',
};

const DETAILS = {
  CASUALTIES: (finding) => [['Casualties', finding.unknown
    ? 'nobody has counted yet; that is not zero'
    : certaintyWords(finding.certainty)]],
  RESIDENTIAL_STRIKE: (finding) => [['Residential', [certaintyWords(finding.certainty),
    finding.residential && RESIDENTIAL[finding.residential.basis],
    finding.residential && finding.residential.livedInShare !== undefined
      ? Math.round(100 * finding.residential.livedInShare) + ' % of the circle is lived in' : '',
  ].filter(Boolean).join(' · ')]],
  PROTECTED_SITE_STRIKE: (finding, alert, names) => finding.sites.map((hit) =>
    ['Site', [hit.siteId ? names.text(hit.siteId) : '', SITES[hit.kind] || words(hit.kind),
      hit.basis === 'REPORT' ? 'by report' : 'within reach of the circle',
      hit.distanceMetres === undefined ? '' : metres(hit.distanceMetres) + ' from the centre',
      certaintyWords(finding.certainty)].filter(Boolean).join(' · ')]),
  REPEAT_STRIKE: (finding, alert) => [['Repeat', repeatDetails(finding, alert)]],
  HEAVIEST_IN_DAYS: (finding, alert, names) => finding.records.map((record) =>
    ['Record', [recordSentence(record, names), recordDays(record), silence(record)]
      .filter(Boolean).join(' · ')])
    .concat(finding.recordsInAll > finding.records.length
      ? [['Record', 'and ' + (finding.recordsInAll - finding.records.length) + ' more']] : []),
  UNPLACED_STRIKE: () => [['Place', 'unknown: a person has to find it']],
  WAVE: (finding, alert) => [
    ['Until', clockTime(finding.wave.until, alert)],
    ['Rule', finding.wave.minStrikes + ' strikes or more, gaps up to ' + finding.wave.gapMinutes +
      ' min'],
  ],
  HOSPITAL_SURGE: (finding, alert) => (finding.surge ? surgeDetails(alert, finding.surge) : []),
  SOURCE_SILENT: (finding, alert) => (finding.silentSource
    ? [['Source', silentDetails(finding.silentSource, alert)]] : []),
};

function repeatDetails(finding, alert) {
  const facts = finding.repeat;
  const said = certaintyWords(finding.certainty);
  if (!facts) {
    return said;
  }
  if (facts.earlierStrikes === 0) {
    return said + ' · the reports of this strike state times that lie ' +
      duration(facts.secondsAfter) + ' apart: ' + clockTime(facts.earlierOnset, alert) +
      ' is the earlier';
  }
  return said + ' · ' + duration(facts.secondsAfter) + ' after the strike of ' +
    clockTime(facts.earlierOnset, alert) +
    (facts.distanceMetres === undefined ? '' : ', ' + repeatDistance(facts) + ' from it') +
    (facts.sameNeighbourhood ? ', in the same neighbourhood' : '') +
    (facts.earlierStrikes > 1 ? '; ' + plural(facts.earlierStrikes, 'strike') + ' before it' : '') +
    '; the window is ' + facts.windowMinutes + ' min';
}

function recordDays(record) {
  return best(record.value) + ' ' + (MEASURES[record.measure] || words(record.measure)) +
    (bounds(record.value) ? ' (' + bounds(record.value) + ')' : '') + ' on ' + weekday(record.day) +
    ' · certainly ' + record.certainDays + ', likely ' + record.likelyDays + ', possibly ' +
    plural(record.possibleDays, 'day') + ' · watched since ' +
    dayWords(record.watchedSince, record.day) +
    (record.unreported ? ' · ' + plural(record.unreported, 'strike') + ' without a count' : '');
}

function reach(record) {
  return record.atLeast ? record.likelyDays + ' days or more' : plural(record.likelyDays, 'day');
}

function surgeDetails(alert, surge) {
  const said = surge.statusAt ? ', said at ' + clockTime(surge.statusAt, alert) : '';
  const beds = surge.bedsAvailable === undefined ? '' : ', ' + plural(surge.bedsAvailable, 'free bed');
  return [
    ['Critical', range(surge.critical) + ' of those within 24 h'],
    ['Wounded', range(surge.wounded) + ' in the area on ' + weekday(surge.day)],
    ['Inputs', plural(surge.injuredReported, 'strike') + ' with injured, ' + surge.injuredEstimated +
      ' estimated from killed, ' + surge.unreported + ' with neither'],
    ['Assumed', surge.woundedPerKilledLow + ' – ' + surge.woundedPerKilledBest + ' – ' +
      surge.woundedPerKilledHigh + ' wounded per killed; ' +
      Math.round(100 * surge.arrivingLow) + '–' + Math.round(100 * surge.arrivingHigh) +
      ' % arrive within 90 min'],
    surge.siteId ? ['Emergency', words(surge.emergencyDepartment) + beds + said] : null,
    ['Receiving', plural(surge.receiving, 'hospital') + ' within 50 km' +
      (surge.siteId ? '; share ' + Math.round(100 * surge.share) + ' %' : '')],
  ].filter(Boolean);
}

function range(value) {
  return best(value) + (bounds(value) ? ' (' + bounds(value) + ')' : '');
}

function silentDetails(source, alert) {
  return (SOURCES[source.sourceKind] || 'A source') + ' not heard since ' +
    clockTime(source.lastHeardAt, alert) + ', expected every ' + duration(source.everySeconds);
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
