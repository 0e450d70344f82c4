// What users did, newest first.

import {get} from './api.js';
import {el} from './dom.js';
import {load, table} from './table.js';
import {t} from './words.js';
import {headLocal, local} from './zone.js';

/** Draws the view. */
export function show(main) {
  return load(main, () => get('/audit'), (said) => table(t('view.audit'), [
    [headLocal(t('when')), (row) => local(row.at)],
    [t('who'), (row) => [el('bdi', {}, row.user), row.role ? el('small', {}, ' ', t('role.' + row.role)) : null]],
    [t('what'), (row) => t('act.' + row.act)],
    [t('object'), (row) => el('bdi', {class: 'id'}, row.object || '–')],
    [t('reason'), (row) => el('bdi', {}, row.reason || '')],
    [t('outcome'), (row) => row.outcome === 'DONE' ? t('act.DONE') : el('b', {class: 'bad'}, t('act.' + row.outcome), row.error ? ': ' + row.error : '')],
  ], said.events));
}
