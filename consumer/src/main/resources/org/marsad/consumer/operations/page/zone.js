// Where the page is at home: the place whose time its clock and its tables show.

import {moment, offset} from './format.js';
import {alerts, on} from './state.js';

const REALITIES = ['ACTUAL', 'EXERCISE']; // a test is nowhere
const NOWHERE = 'unplaced';

let chosen = null;

/** An alert of the place with the most alerts, actual ones before exercises; null where there is none. */
export function home() {
  return chosen;
}

/** The zone of that place. */
export function zone() {
  return chosen?.timeZone || 'UTC';
}

/** How far another zone is from UTC at a time, " UTC+2"; '' where the page's clock is as far. */
export function unlessHome(timeZone, at) {
  const far = offset(timeZone, Date.parse(at));
  return far === offset(zone()) ? '' : ' ' + far;
}

/** A time as the page's clock shows it: "14:21". */
export function local(iso, precision) {
  return moment(iso, zone(), precision) + unlessHome(zone(), iso);
}

/** The same with its zone, where no head names it: "14:21 UTC+3". */
export function zoned(iso) {
  return moment(iso, zone()) + ' ' + offset(zone(), Date.parse(iso));
}

/** What heads a column of such times: "When (UTC+3)". */
export function headLocal(head) {
  return head + ' (' + offset(zone()) + ')';
}

/** Once chosen, a place stays as long as it has alerts that count. */
function choose() {
  const placed = [...alerts.values()].filter((alert) => alert.area !== NOWHERE && alert.subject.kind !== 'SYSTEM');
  const counting = REALITIES.map((reality) => placed.filter((alert) => alert.reality === reality))
    .find((found) => found.length) || [];
  if (!counting.some((alert) => alert.area === chosen?.area && alert.timeZone === chosen.timeZone)) {
    const amounts = new Map();
    counting.forEach(({area}) => amounts.set(area, (amounts.get(area) || 0) + 1));
    chosen = counting.sort((one, other) => amounts.get(other.area) - amounts.get(one.area))[0] || null;
  }
}

on('alerts', choose);
