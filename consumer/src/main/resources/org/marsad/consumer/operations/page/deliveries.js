// Who is told over which channels, when that last worked, and what did not.

import {get, part, post} from './api.js';
import {ask} from './dialog.js';
import {button, el} from './dom.js';
import {because} from './reasons.js';
import {may} from './state.js';
import {load, table} from './table.js';
import {t} from './words.js';
import {headLocal, local} from './zone.js';

/** Draws the view. */
export function show(main) {
  return load(main, () => get('/subscribers'), (said) => table(t('view.deliveries'), [
    [t('subscriber'), (row) => [el('bdi', {}, row.id), row.listed ? null : el('small', {}, ' ', t('not.listed'))]],
    [t('role'), (row) => row.role ? t('audience.' + row.role) : '–'],
    [t('channel'), (row) => row.channel.channel],
    [headLocal(t('last.told')), (row) => time(row.channel.lastSuccessAt)],
    [headLocal(t('last.outcome')), (row) => row.channel.lastOutcome
      ? [t('outcome.' + row.channel.lastOutcome), ' ', because(row.channel.lastReason), el('small', {}, ' ', time(row.channel.lastAt))] : '–'],
    [t('not.told.count'), (row) => row.channel.notTold ? el('b', {class: 'bad'}, row.channel.notTold) : '0'],
    ['', (row) => row.listed && may('OPERATOR') ? button(t('test.it'), () => test(row)) : null],
  ], said.subscribers.flatMap((subscriber) => subscriber.channels.map((channel) => ({...subscriber, channel})))));
}

function test(row) {
  ask(t('ask.test', row.id), [], () => post('/subscribers/' + part(row.id) + '/test'));
}

function time(iso) {
  return iso ? local(iso) : t('never');
}
