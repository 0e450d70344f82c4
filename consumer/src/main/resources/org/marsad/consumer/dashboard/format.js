// Messages in words. What is absent is not zero, and a range stays a range.

const RULES = {
  RESIDENTIAL_STRIKE: 'Residential area hit',
  PROTECTED_SITE_STRIKE: 'Protected site hit',
  REPEAT_STRIKE: 'Second strike on the same spot',
  WAVE: 'Wave of strikes',
  HOSPITAL_SURGE: 'Casualties expected at hospital',
  SOURCE_SILENT: 'A source has gone silent',
  UNPLACED_STRIKE: 'Strike at an unknown place',
};
const MEASURES = {IMPACTS: 'impacts', KILLED: 'killed', CASUALTIES: 'casualties'};
const ONE = {impacts: 'impact', casualties: 'casualty', strikes: 'strike'};
const COUNTED = ['impacts', 'killed', 'injured'];
const CERTAINTIES = {OBSERVED: '●●● observed', LIKELY: '●●○ likely', POSSIBLE: '●○○ possible'};
const SEVERITIES = {EXTREME: '▲', SEVERE: '◆', MODERATE: '●', MINOR: '○'};
const HINTS = {
  PROTECTED_SITE_STRIKE: ['Ask the site what it needs; do not name it on open channels.'],
  REPEAT_STRIKE: ['Rescuers may be on the spot: warn them; approach only as long as needed.'],
  WAVE: ['More may follow: keep teams ready in the neighbourhoods not yet hit too.'],
  HOSPITAL_SURGE: ['Call the hospital; send the lightly wounded farther on.'],
  SOURCE_SILENT: ['Silence is not calm: nothing is known from there. Ask whether the source is safe.'],
};
const CENTRE_ONLY = {PARENT: true, NONE: true};

/** HEAVIEST_IN_DAYS → "Heaviest day in 26 days". */
export function headline(alert) {
  const record = alert.record;
  if (alert.surge && !alert.surge.siteId) {
    return 'No hospital is open for the wounded';
  }
  if (!record) {
    return RULES[alert.rule] || words(alert.rule);
  }
  const what = record.scale === 'DAY' ? 'Heaviest day' : 'Heaviest strike';
  return record.sinceRecordsBegan
    ? what + ' since records began (' + days(record.likelyDays) + ')'
    : what + ' in ' + days(record.likelyDays);
}

/** Whether the counts and the place are one strike's. */
export function isAboutOneStrike(alert) {
  return !alert.record && !alert.wave && !alert.surge && !alert.silence;
}

/** What the alert counts: the record's value, else what is known of the strike. */
export function values(alert) {
  const record = alert.record;
  return record ? range(record.value, MEASURES[record.measure] || words(record.measure))
    : counts(alert);
}

/** What is missing in those values: absent is not zero. */
export function missing(alert) {
  const record = alert.record;
  if (record) {
    return record.unreported > 0
      ? 'at least: ' + plural(record.unreported, 'strike') + ' without a count' : '';
  }
  const absent = COUNTED.filter((name) => !alert[name]);
  return absent.length ? absent.join(', ') + ' not reported' : '';
}

/** "6 impacts · 47 killed (45–50)" */
export function counts(strike) {
  return COUNTED.filter((name) => strike[name]).map((name) => range(strike[name], name)).join(' · ');
}

/** "59 killed (59–74)", "10+ killed" where open-ended, "7 killed" where exact, "1 impact". */
export function range(value, nouns) {
  const open = value.high === undefined;
  const noun = value.best === 1 && ONE[nouns] || nouns;
  const best = value.best + (open && value.low === value.best ? '+' : '') + (noun ? ' ' + noun : '');
  if (value.low === (open ? value.best : value.high)) {
    return best;
  }
  return best + ' (' + value.low + (open ? '+' : '–' + value.high) + ')';
}

/** "12 (5–23)" */
export function number(value) {
  return range(value, '');
}

/** "certain 3, likely 26, possible 26 days" */
export function recordDays(record) {
  return 'certainly ' + record.certainDays + ', likely ' + record.likelyDays +
    ', possibly ' + days(record.possibleDays) +
    '; records since ' + record.recordsBegan;
}

/** "●●● observed · 3 sources" */
export function certainty(message) {
  if (message.rule === 'SOURCE_SILENT') {
    return ''; // our own observation, nobody's word
  }
  const known = CERTAINTIES[message.certainty] || '○○○ certainty unknown';
  return known + ' · ' + plural(message.sources, 'source');
}

/** A shape a severity, so that colour is never alone. */
export function severityShape(severity) {
  return SEVERITIES[severity] || '□';
}

/** The moment as people of the place say it, no finer than it is known. */
export function localTime(iso, timeZone, precision) {
  const day = {weekday: 'short', day: 'numeric', month: 'short', year: 'numeric'};
  if (precision === 'YEAR') {
    return inZone(iso, timeZone, {year: 'numeric'});
  }
  if (precision === 'MONTH') {
    return inZone(iso, timeZone, {month: 'short', year: 'numeric'});
  }
  if (precision === 'WEEK') {
    return 'week of ' + inZone(iso, timeZone, day);
  }
  if (precision === 'DAY') {
    return inZone(iso, timeZone, day);
  }
  const clock = Object.assign({hour: '2-digit', minute: '2-digit', hour12: false}, day);
  return (precision === 'HOUR' ? 'about ' : '') + inZone(iso, timeZone, clock);
}

/** "14:05", with the day where it is not the one on which the alert was sent. */
export function clockTime(iso, alert) {
  const clock = {hour: '2-digit', minute: '2-digit', hour12: false};
  const day = {day: 'numeric', month: 'short'};
  const zone = alert.timeZone;
  return inZone(iso, zone, inZone(iso, zone, day) === inZone(alert.sentAt, zone, day)
    ? clock : Object.assign({}, day, clock));
}

/** Whether a moment is the end of a local day such as "2016-10-11". */
export function isEndOfDay(iso, day, timeZone) {
  const date = {day: 'numeric', month: 'short', year: 'numeric'};
  const wanted = inZone(day, 'UTC', date);
  const end = Date.parse(iso);
  return inZone(end - 1, timeZone, date) === wanted && inZone(end, timeZone, date) !== wanted;
}

/** 337 → "340 m", 1240 → "1.2 km" */
export function metres(distance) {
  const rounded = distance < 100 ? Math.round(distance) : Math.round(distance / 10) * 10;
  return rounded < 1000 ? rounded + ' m' : (rounded / 1000).toFixed(1) + ' km';
}

/** Where a place without a point is drawn. */
export function isCentreOnly(basis) {
  return CENTRE_ONLY[basis] === true;
}

/** Hints for the operator; they order nothing. */
export function considerations(alert) {
  const hints = [];
  if (alert.messageType === 'CANCEL') {
    return ['Tell those who acted on it that it was withdrawn.'];
  }
  if (alert.rule === 'HEAVIEST_IN_DAYS') {
    hints.push('Warn the hospitals of the area and check the strength of the teams.');
  }
  if (alert.rule === 'RESIDENTIAL_STRIKE') {
    hints.push('People live there: teams to assess; beware of a second strike.');
  }
  hints.push.apply(hints, HINTS[alert.rule] || []);
  if (alert.surge && !alert.surge.siteId) {
    return ['Ask the hospitals of the neighbouring areas; that nobody is told to come is no all clear.'];
  }
  if (alert.rule === 'SOURCE_SILENT') {
    return hints;
  }
  if (alert.sources < 2) {
    hints.push('One source only: look for a second while acting.');
  }
  if (isAboutOneStrike(alert) && (!alert.place || isCentreOnly(alert.place.basis))) {
    hints.push('The exact place is not known: ask the source.');
  }
  return hints;
}

/** SOME_CODE → "some code" */
export function words(code) {
  return String(code).toLowerCase().replace(/_/g, ' ');
}

/** 75 → "1 min" */
export function duration(seconds) {
  if (seconds < 60) {
    return Math.round(seconds) + ' s';
  }
  return seconds < 5400 ? Math.round(seconds / 60) + ' min' : Math.round(seconds / 3600) + ' h';
}

/** 2, "strike" → "2 strikes" */
export function plural(count, noun) {
  return count + ' ' + noun + (count === 1 ? '' : 's');
}

function days(count) {
  return plural(count, 'day');
}

function inZone(iso, timeZone, options) {
  const date = new Date(iso);
  try {
    return new Intl.DateTimeFormat('en-GB', Object.assign({timeZone}, options)).format(date);
  } catch (unknownZone) {
    return new Intl.DateTimeFormat('en-GB', Object.assign({timeZone: 'UTC'}, options))
      .format(date) + ' UTC';
  }
}
