// When each source was last heard, the silent ones first: silence is not calm.

import {get} from './api.js';
import {el} from './dom.js';
import {moment, offset, span} from './format.js';
import {placeName} from './places.js';
import {areas} from './state.js';
import {load, table} from './table.js';
import {t} from './words.js';

/** Draws the view. */
export function show(main) {
  return load(main, () => get('/sources'), (said) => table(t('view.sources'), [
    [t('source'), (row) => el('bdi', {}, row.id)],
    [t('kind'), (row) => t('source.' + row.kind)],
    [t('area'), (row) => el('bdi', {}, placeName(row.area))],
    [t('last.heard'), (row) => row.lastHeardAt ? moment(row.lastHeardAt, zone(row)) + ' ' + offset(zone(row), Date.parse(row.lastHeardAt)) : t('never')],
    [t('expected.every'), (row) => row.everySeconds ? span(row.everySeconds) : '–'],
    [t('state'), (row) => row.silent ? el('b', {class: 'bad'}, t('silent')) : row.everySeconds ? t('heard') : t('no.heartbeat')],
  ], said.sources.sort((one, other) => other.silent - one.silent || one.id.localeCompare(other.id))));
}

function zone(row) {
  return areas.get(row.area)?.timeZone || 'UTC';
}
