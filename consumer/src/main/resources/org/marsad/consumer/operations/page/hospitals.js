// All hospitals: what each has to expect beside what it says of itself.

import {get} from './api.js';
import {el, fill} from './dom.js';
import {best, bounds, shortDay} from './format.js';
import {placeName} from './places.js';
import {to} from './route.js';
import {may, on} from './state.js';
import {statusButtons} from './status.js';
import {surges} from './surges.js';
import {table} from './table.js';
import {t} from './words.js';
import {headLocal, local} from './zone.js';

let shown = null;

/** Draws the view. */
export async function show(main) {
  shown = main;
  const said = await get('/hospitals').catch(() => ({hospitals: []}));
  if (shown !== main) {
    return;
  }
  const actual = said.hospitals.filter((hospital) => !hospital.fictional);
  const fictional = said.hospitals.filter((hospital) => hospital.fictional);
  fill(main, board(t('hospitals.caption'), actual, 'ACTUAL'),
    fictional.length ? el('div', {class: 'drill boxed'}, el('p', {class: 'reality'}, t('reality.EXERCISE')), board(t('hospitals.fictional'), fictional, 'EXERCISE')) : null);
}

/** The reader goes elsewhere. */
export function leave() {
  shown = null;
}

on('hospitals', () => shown && show(shown));
on('alerts', () => shown && show(shown));
on('areas', () => shown && show(shown));

function board(caption, hospitals, reality) {
  const expected = surges(reality);
  const rows = hospitals.map((hospital) => ({...hospital, expects: expected.get(hospital.siteId),
    status: hospital.statuses.find((status) => status.reality === reality)}));
  rows.sort((one, other) => (other.expects?.day.best || 0) - (one.expects?.day.best || 0));
  return table(caption, [
    [t('hospital'), (row) => el('b', {}, el('bdi', {}, placeName(row.siteId)))],
    [t('surge.soon.other'), (row) => range(row.expects?.soon)],
    [t('surge.day.other'), (row) => range(row.expects?.day)],
    [t('surge.critical.other'), (row) => range(row.expects?.critical)],
    [headLocal(t('emergency')), (row) => row.status ? [t('emergency.' + row.status.emergencyDepartment), ' ', el('small', {}, local(row.status.updatedAt))] : t('says.nothing')],
    [t('beds'), (row) => row.status?.bedsAvailable ?? '–'],
    [t('rooms'), (row) => row.status?.operatingRoomsAvailable ?? '–'],
    [t('from'), (row) => row.expects ? row.expects.alerts.map((alert) => [el('a', {href: to('alert', alert.alertId)}, placeName(alert.area), ' · ', shortDay(alert.findings.find((finding) => finding.surge).surge.day)), ' ']) : '–'],
    ['', (row) => may('EDITOR') ? statusButtons(row.siteId, row.status, reality) : null],
  ], rows);
}

function range(value) {
  return value ? [el('b', {class: 'large'}, best(value)), ' ', el('small', {}, bounds(value))] : '–';
}
