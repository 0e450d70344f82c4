// What hospitals have to expect: what the alerts of their areas say, added up.

import {alerts} from './state.js';

/**
 * By hospital: the sums over its areas, and the alerts that they come from. Until a day's alert
 * expires its wounded still come, so the 24 hours of yesterday count beside those of today; the next
 * 90 minutes are those of each area's newest day, which knows the evening before. The bounds are
 * added too, so they are wider than they need be.
 */
export function surges(reality) {
  const found = new Map();
  const newest = new Set();
  standing(reality).forEach((alert) => {
    const surge = surgeOf(alert);
    const site = surge.siteId || alert.addressee;
    const known = found.get(site) || {surge, standing: surge.standing, alerts: [], soon: null, day: null, critical: null};
    const isNewest = !newest.has(site + ' ' + alert.area);
    newest.add(site + ' ' + alert.area);
    found.set(site, {...known, alerts: known.alerts.concat(alert),
      soon: isNewest ? add(known.soon, surge.within90Minutes) : known.soon,
      day: add(known.day, surge.within24Hours), critical: add(known.critical, surge.critical)});
  });
  return found;
}

/** The alerts that count, the newest day first. */
function standing(reality) {
  const now = Date.now();
  return [...alerts.values()].filter((alert) => alert.subject.kind === 'HOSPITAL' && alert.messageType !== 'CANCEL'
    && alert.reality === reality && Date.parse(alert.expiresAt) > now && surgeOf(alert))
    .sort((one, other) => surgeOf(other).day.localeCompare(surgeOf(one).day));
}

function surgeOf(alert) {
  return alert.findings.find((finding) => finding.surge)?.surge;
}

function add(one, other) {
  return one === null ? other : {low: one.low + other.low, best: one.best + other.best,
    high: one.high === undefined || other.high === undefined ? undefined : one.high + other.high};
}
