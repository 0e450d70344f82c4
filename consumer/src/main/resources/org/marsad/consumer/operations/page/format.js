// Counts and times. What is absent is not zero, and a range stays a range.

import {counted, lang, locale, number, t} from './words.js';

const DAY_MS = 86400000;
const CLOCK = {hour: '2-digit', minute: '2-digit', hourCycle: 'h23'};
const DATE = {day: 'numeric', month: 'short'};

/** The best value as people say it: "47", or "47+" where there is no most. */
export function best(range) {
  return number(range.best) + (range.high === undefined && range.low === range.best ? '+' : '');
}

/** What stands beside the best value: "45–50", "at least 10"; '' where it is exact. */
export function bounds(range) {
  if (range.high === undefined) {
    return range.low === range.best ? '' : t('amount.open', number(range.low));
  }
  return range.low === range.high ? '' : number(range.low) + '–' + number(range.high);
}

/** The moment no finer than it is known: "14:21", "about 14:00", "30 Nov", "Nov 2016". */
export function moment(iso, zone, precision = 'MINUTE') {
  const far = Math.abs(Date.now() - Date.parse(iso)) > 300 * DAY_MS ? {year: 'numeric'} : {};
  if (precision === 'YEAR') {
    return inZone(iso, zone, {year: 'numeric'});
  }
  if (precision === 'MONTH') {
    return inZone(iso, zone, {month: 'short', year: 'numeric'});
  }
  if (precision === 'WEEK' || precision === 'DAY') {
    const day = inZone(iso, zone, {weekday: 'short', ...DATE, ...far});
    return precision === 'WEEK' ? t('time.week', day) : day;
  }
  const isToday = dayOf(iso, zone) === dayOf(Date.now(), zone);
  const said = inZone(iso, zone, isToday ? CLOCK : {...DATE, ...far, ...CLOCK});
  return precision === 'HOUR' ? t('time.about', said) : said;
}

/** "14:58:10" */
export function clock(now, zone) {
  return inZone(now, zone, {...CLOCK, second: '2-digit'});
}

/** "Tue 11 Oct 2016" of a day such as "2016-10-11". */
export function weekday(day) {
  return inZone(day, 'UTC', {weekday: 'short', ...DATE, year: 'numeric'});
}

/** "11 Oct" of such a day. */
export function shortDay(day) {
  return inZone(day, 'UTC', DATE);
}

/** How far a zone is from UTC at a time: "UTC+3". */
export function offset(zone, at = Date.now()) {
  const parts = new Intl.DateTimeFormat('en', {timeZone: safe(zone), timeZoneName: 'shortOffset'})
    .formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName').value.replace('GMT', 'UTC').replace(/\+0$/, '');
}

/** The local day of a time, to compare with another. */
function dayOf(at, zone) {
  return new Intl.DateTimeFormat('en-CA', {timeZone: safe(zone)}).format(new Date(at));
}

/** "37 min ago" within two days, else ''. */
export function ago(iso, now) {
  const seconds = (now - Date.parse(iso)) / 1000;
  return seconds >= -60 && seconds < 2 * DAY_MS / 1000
    ? t('ago', span(Math.max(0, seconds))) : '';
}

/** 4500 → "75 min" */
export function span(seconds) {
  const [unit, size] = seconds < 60 ? ['seconds', 1]
    : seconds < 5400 ? ['minutes', 60] : seconds < 2 * DAY_MS / 1000 ? ['hours', 3600]
      : ['days', DAY_MS / 1000];
  const count = Math.floor(seconds / size);
  return unit === 'days' ? counted('days', count) : counted('span.' + unit, count);
}

/** What is left until then, "0:22:50"; '' once it is over. */
export function countdown(iso, now) {
  const seconds = Math.ceil((Date.parse(iso) - now) / 1000);
  if (seconds <= 0) {
    return '';
  }
  const two = (value) => String(value).padStart(2, '0');
  return Math.floor(seconds / 3600) + ':' + two(Math.floor(seconds / 60) % 60) + ':' +
    two(seconds % 60);
}

/** 337 → "340 m", 1240 → "1.2 km" */
export function metres(distance) {
  const rounded = distance < 100 ? Math.round(distance) : Math.round(distance / 10) * 10;
  return rounded < 1000 ? counted('distance.metres', rounded)
    : t('distance.kilometres', number(Math.round(rounded / 100) / 10));
}

/** "●●○ likely" in two parts, so that the dots can be hidden from a reader aloud. */
export function dots(certainty) {
  return {OBSERVED: '●●●', LIKELY: '●●○', POSSIBLE: '●○○'}[certainty] || '○○○';
}

function inZone(at, zone, options) {
  const text = new Intl.DateTimeFormat(locale(), {timeZone: safe(zone), ...options})
    .format(new Date(at));
  return lang() === 'ar' ? text.replace(/،/g, '') : text.replace(/,/g, '');
}

const zones = new Map();

/** A zone that this browser knows, else UTC. */
function safe(zone) {
  if (!zones.has(zone)) {
    try {
      new Intl.DateTimeFormat('en', {timeZone: zone});
      zones.set(zone, zone);
    } catch (unknownZone) {
      zones.set(zone, 'UTC');
    }
  }
  return zones.get(zone);
}
