// Users: who there are, who comes and who goes.

import {get, part, post, remove} from './api.js';
import {ask} from './dialog.js';
import {button, el} from './dom.js';
import {session} from './state.js';
import {load, table} from './table.js';
import {t} from './words.js';

const ROLES = ['VIEWER', 'OPERATOR', 'EDITOR', 'ADMIN'];

/** Draws the view. */
export function show(main) {
  return load(main, () => get('/users'), (said) => [
    (said.faults || []).length ? el('p', {class: 'bad'}, said.faults.join('\n')) : null,
    el('div', {class: 'bar'}, button(t('user.add'), () => add(main), {class: 'main'})),
    table(t('view.users'), [
      [t('signin.name'), (row) => el('bdi', {}, row.name)],
      [t('role'), (row) => t('role.' + row.role)],
      [t('subscriber'), (row) => el('bdi', {}, row.subscriber || '–')],
      [t('signin.password'), (row) => t(row.password ? 'yes' : 'no')],
      [t('tokens'), (row) => row.tokens.join(t('list.separator')) || '–'],
      ['', (row) => row.name === session.user ? null : button(t('user.remove'), () =>
        ask(t('ask.user.remove', row.name), [], async () => {
          await remove('/users/' + part(row.name));
          show(main);
        }))],
    ], said.users)]);
}

function add(main) {
  ask(t('user.add'), [
    {name: 'name', label: t('signin.name'), required: true, hint: t('user.pseudonym')},
    {name: 'role', label: t('role'), options: ROLES.map((role) => [role, t('role.' + role)])},
    {name: 'subscriber', label: t('user.bound')},
    {name: 'password', label: t('signin.password'), type: 'password', required: true},
  ], async (said) => {
    await post('/users', said);
    show(main);
  });
}
