// When each source was last heard, the silent ones first: silence is not calm.

import {get} from './api.js';
import {el} from './dom.js';
import {span} from './format.js';
import {placeName} from './places.js';
import {load, table} from './table.js';
import {t} from './words.js';
import {headLocal, local} from './zone.js';

/** Draws the view. */
export function show(main) {
  return load(main, () => get('/sources'), (said) => table(t('view.sources'), [
    [t('source'), (row) => el('bdi', {}, row.id)],
    [t('kind'), (row) => t('source.' + row.kind)],
    [t('area'), (row) => el('bdi', {}, placeName(row.area))],
    [headLocal(t('last.heard')), (row) => row.lastHeardAt ? local(row.lastHeardAt) : t('never')],
    [t('expected.every'), (row) => row.everySeconds ? span(row.everySeconds) : '–'],
    [t('state'), (row) => row.silent ? el('b', {class: 'bad'}, t('silent')) : row.everySeconds ? t('heard') : t('no.heartbeat')],
  ], said.sources.sort((one, other) => other.silent - one.silent || one.id.localeCompare(other.id))));
}
