// Strikes of which nobody knows where: a person must place them.

import {place} from './actions.js';
import {button, el, fill} from './dom.js';
import {moment} from './format.js';
import {placeName} from './places.js';
import {to} from './route.js';
import {alerts, may, on} from './state.js';
import {table} from './table.js';
import {lang, t} from './words.js';
import {headLocal, local} from './zone.js';

const DAYS = new Set(['DAY', 'WEEK', 'MONTH', 'YEAR']); // which do not move with the zone

let shown = null;

/** Draws the view. */
export function show(main) {
  shown = main;
  const waiting = [...alerts.values()].filter((alert) => alert.messageType !== 'CANCEL'
    && alert.findings.some((finding) => finding.rule === 'UNPLACED_STRIKE'));
  fill(main, table(t('unplaced.caption'), [
    [headLocal(t('when')), (row) => DAYS.has(row.onsetPrecision) ? moment(row.onset, row.timeZone, row.onsetPrecision) : local(row.onset, row.onsetPrecision)],
    [t('as.said'), (row) => [row.reality === 'ACTUAL' ? null : el('b', {}, t('reality.' + row.reality), ' '), el('bdi', {}, row.place?.text || '–')]],
    [t('area'), (row) => el('bdi', {}, placeName(row.area))],
    [t('what'), (row) => el('a', {href: to('alert', row.alertId)}, row.text[lang()].title)],
    ['', (row) => may('EDITOR') ? button(t('place'), () => place(row)) : null],
  ], waiting));
}

/** The reader goes elsewhere. */
export function leave() {
  shown = null;
}

on('alerts', () => shown && show(shown));
