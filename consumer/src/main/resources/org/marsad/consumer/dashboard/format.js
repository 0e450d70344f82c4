// Counts, times and words. What is absent is not zero, and a range stays a range.

const DAY_MS = 86400000;
const CENTRE_ONLY = {PARENT: true, NONE: true};
const CERTAINTIES = {OBSERVED: '●●● observed', LIKELY: '●●○ likely', POSSIBLE: '●○○ possible'};
const SEVERITIES = {EXTREME: '▲', SEVERE: '◆', MODERATE: '●', MINOR: '○'};
const ONE = {impacts: 'impact', strikes: 'strike'};
const COUNTED = ['impacts', 'killed', 'injured'];
const MARKS = {
  POINT_OUTSIDE_PLACE: 'the point lies outside the named place',
  POINT_FAR_FROM_PLACE: 'the point lies far from the named place and counts as evidence only',
  SWAPPED: 'latitude and longitude seem exchanged; the point counts as evidence only',
  NO_FIX: 'the point was 0, 0 and counts as none',
  IMPACTS_OUT_OF_ORDER: 'the numbers of impacts came out of order',
  KILLED_OUT_OF_ORDER: 'the numbers of killed came out of order',
  INJURED_OUT_OF_ORDER: 'the numbers of injured came out of order',
  IMPACTS_UNREADABLE: 'the count of impacts could not be read',
  KILLED_UNREADABLE: 'the count of killed could not be read',
  INJURED_UNREADABLE: 'the count of injured could not be read',
  POINT_UNREADABLE: 'the point could not be read',
  TARGETS_UNREADABLE: 'a kind of place that was hit is not known',
  CLOCK_AHEAD: 'the clock of its source ran ahead',
  COUNT_CONFIRMED: 'its source confirmed a count of more than 100,000',
  SAME_REVISION_TWICE: 'one revision came with two texts; the later stands',
};

/** The best value as people say it: "47", or "47+" where it is the least and there is no most. */
export function best(range) {
  return range.best + (range.high === undefined && range.low === range.best ? '+' : '');
}

/** What stands beside the best value: "45–50", "10 or more"; '' where it is exact. */
export function bounds(range) {
  if (range.high === undefined) {
    return range.low === range.best ? '' : range.low + ' or more';
  }
  return range.low === range.high ? '' : range.low + '–' + range.high;
}

/** "47 killed (45–50)", "10+ killed", "1 impact" */
export function count(range, nouns) {
  const noun = range.best === 1 && ONE[nouns] || nouns;
  const beside = bounds(range);
  return best(range) + (noun ? ' ' + noun : '') + (beside ? ' (' + beside + ')' : '');
}

/** "6 impacts · 47 killed (45–50)" */
export function counts(strike) {
  return COUNTED.filter((name) => strike[name]).map((name) => count(strike[name], name)).join(' · ');
}

/** What nobody has counted yet of a strike, in words; '' where all is known. */
export function missing(strike) {
  const absent = COUNTED.filter((name) => !strike[name]);
  return absent.length ? absent.join(', ') + ' not counted yet' : '';
}

/** "●●● observed · 3 sources" */
export function certainty(message) {
  return certaintyWords(message.certainty) + ' · ' + plural(message.sources, 'source');
}

/** "●●○ likely" */
export function certaintyWords(code) {
  return CERTAINTIES[code] || '○○○ certainty unknown';
}

/** A shape a severity, so that colour is never alone. */
export function severityShape(severity) {
  return SEVERITIES[severity] || '□';
}

/** What intake repaired or doubts. */
export function markWords(mark) {
  return MARKS[mark] || words(mark);
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

/** "14:21" within a day of now, else "29 Nov, 14:21", with the year where it is another. */
export function shortTime(iso, timeZone, precision) {
  if (precision !== 'SECOND' && precision !== 'MINUTE' && precision !== 'HOUR') {
    return localTime(iso, timeZone, precision);
  }
  const now = Date.now();
  const year = {year: 'numeric'};
  const day = Math.abs(now - Date.parse(iso)) < DAY_MS ? {}
    : Object.assign({day: 'numeric', month: 'short'},
      inZone(iso, timeZone, year) === inZone(now, timeZone, year) ? {} : year);
  return (precision === 'HOUR' ? 'about ' : '') +
    inZone(iso, timeZone, Object.assign({hour: '2-digit', minute: '2-digit', hour12: false}, day));
}

/** "14:05", with the day where it is not the one on which the alert was sent. */
export function clockTime(iso, alert) {
  const clock = {hour: '2-digit', minute: '2-digit', hour12: false};
  const day = {day: 'numeric', month: 'short'};
  return inZone(iso, alert.timeZone, isSameDay(iso, alert.sentAt, alert.timeZone)
    ? clock : Object.assign({}, day, clock));
}

/** "2016-09-15" → "15 Sep", with the year where it is not that of the other day. */
export function dayWords(day, other) {
  const isSameYear = other && other.slice(0, 4) === day.slice(0, 4);
  return inZone(day, 'UTC', Object.assign({day: 'numeric', month: 'short'},
    isSameYear ? {} : {year: 'numeric'}));
}

/** "2016-10-11" → "Tue 11 Oct 2016" */
export function weekday(day) {
  return localTime(day, 'UTC', 'DAY');
}

/** Whether a moment is the end of a local day such as "2016-10-11". */
export function isEndOfDay(iso, day, timeZone) {
  const date = {day: 'numeric', month: 'short', year: 'numeric'};
  const wanted = inZone(day, 'UTC', date);
  const end = Date.parse(iso);
  return inZone(end - 1, timeZone, date) === wanted && inZone(end, timeZone, date) !== wanted;
}

/** "37 min ago" within a day; '' before and after. */
export function ago(iso, now) {
  const seconds = (now - Date.parse(iso)) / 1000;
  return seconds >= 0 && seconds < DAY_MS / 1000 ? duration(seconds) + ' ago' : '';
}

/** What is left until then, "0:22:50"; '' once it is over. */
export function countdown(iso, now) {
  const seconds = Math.ceil((Date.parse(iso) - now) / 1000);
  if (seconds <= 0) {
    return '';
  }
  const two = (number) => (number < 10 ? '0' : '') + number;
  return Math.floor(seconds / 3600) + ':' + two(Math.floor(seconds / 60) % 60) + ':' +
    two(seconds % 60);
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

/** SOME_CODE → "some code" */
export function words(code) {
  return String(code).toLowerCase().replace(/_/g, ' ');
}

/** 75 → "1 min" */
export function duration(seconds) {
  if (seconds < 60) {
    return Math.round(seconds) + ' s';
  }
  if (seconds < 5400) {
    return Math.round(seconds / 60) + ' min';
  }
  return seconds < 172800 ? Math.round(seconds / 3600) + ' h'
    : Math.round(seconds / 86400) + ' days';
}

/** 2, "strike" → "2 strikes" */
export function plural(number, noun) {
  return number + ' ' + noun + (number === 1 ? '' : 's');
}

function isSameDay(one, other, timeZone) {
  const day = {day: 'numeric', month: 'short', year: 'numeric'};
  return inZone(one, timeZone, day) === inZone(other, timeZone, day);
}

/** A clock that is no area's names its zone: "11:21 UTC". */
function inZone(iso, timeZone, options) {
  const date = new Date(iso);
  try {
    const format = new Intl.DateTimeFormat('en-GB', Object.assign({timeZone}, options));
    const isUtc = format.resolvedOptions().timeZone === 'UTC';
    return format.format(date) + (isUtc && options.hour ? ' UTC' : '');
  } catch (unknownZone) {
    return new Intl.DateTimeFormat('en-GB', Object.assign({timeZone: 'UTC'}, options))
      .format(date) + ' UTC';
  }
}
