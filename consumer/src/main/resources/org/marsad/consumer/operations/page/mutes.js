// Mutes: what people do not want to be told for a while.

import {get, part, remove} from './api.js';
import {ask, reason} from './dialog.js';
import {button, el} from './dom.js';
import {placeName} from './places.js';
import {may, on} from './state.js';
import {load, table} from './table.js';
import {t} from './words.js';
import {headLocal, local} from './zone.js';

let shown = null;

/** Draws the view. */
export function show(main) {
  shown = main;
  return load(main, () => get('/mutes'), (said) => table(t('view.mutes'), [
    [t('state'), (row) => row.state === 'STANDING' ? el('b', {}, t('mute.STANDING')) : t('mute.' + row.state)],
    [t('where'), (row) => el('bdi', {}, placeName(row.neighbourhood || row.area))],
    [t('subject'), (row) => [covered(row), row.subscriber ? [' · ', el('bdi', {}, row.subscriber)] : null,
      row.extreme ? ' · ' + t('mute.extreme') : '', row.reality === 'ACTUAL' ? '' : ' · ' + t('reality.' + row.reality)]],
    [headLocal(t('until')), (row) => local(row.expiresAt)],
    [t('who'), (row) => el('bdi', {}, row.setBy)],
    [t('reason'), (row) => el('bdi', {}, row.reason)],
    ['', (row) => row.state === 'STANDING' && may('OPERATOR') ? button(t('lift'), () => lift(row)) : null],
  ], said.mutes));
}

/** The reader goes elsewhere. */
export function leave() {
  shown = null;
}

on('mutes', () => shown && show(shown));

function covered(row) {
  const all = row.subject ? t('subject.' + row.subject) : t('all');
  return row.extreme ? all : t('mute.below', all);
}

function lift(mute) {
  ask(t('ask.lift'), [reason(false)], (said) => remove('/mutes/' + part(mute.muteId), {reason: said.reason}));
}
